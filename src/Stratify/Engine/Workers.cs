using System.Runtime.ExceptionServices;

namespace Stratify.Engine;

/// <summary>Independent pieces of work on several threads, begun in the order in which they are given.</summary>
internal static class Workers
{
    /// <summary>Once one has failed no other is begun, and what it threw is thrown as it was.</summary>
    internal static void Each<T>(IReadOnlyList<T> work, int threads, Action<T> each)
    {
        var next = -1;
        ExceptionDispatchInfo? failure = null;
        void Take()
        {
            for (var at = Interlocked.Increment(ref next); at < work.Count && Volatile.Read(ref failure) is null; at = Interlocked.Increment(ref next))
            {
                try { each(work[at]); }
                catch (Exception problem) { Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(problem), null); }
            }
        }

        Thread[] others = [.. Enumerable.Range(1, Math.Max(0, Math.Min(threads, work.Count) - 1)).Select(_ => new Thread(Take))];
        foreach (var thread in others) { thread.Start(); }
        Take();
        foreach (var thread in others) { thread.Join(); }
        failure?.Throw();
    }
}
