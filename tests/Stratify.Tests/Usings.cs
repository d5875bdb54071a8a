global using NUnit.Framework;

// Most of a test's time is one thread's: compiling code and SQL for a run of a few people. What shares a state says so itself.
[assembly: Parallelizable(ParallelScope.Fixtures)]
