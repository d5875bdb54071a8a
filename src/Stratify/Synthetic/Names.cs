namespace Stratify.Synthetic;

/// <summary>Words from which invented people get their names. Some carry accents, apostrophes and hyphens, as real ones do.</summary>
internal static class Names
{
    internal static IReadOnlyList<string> Female { get; } =
    [
        "Olivia", "Amelia", "Margaret", "Jean", "Patricia", "Susan", "Siân", "Nia", "Zoë", "Aisha", "Fatima", "Priya", "Grace", "Dorothy", "Joan", "Sheila", "Karen", "Julie",
        "Emma", "Sarah", "Chloë", "Róisín", "Agnieszka", "Maria", "Ngozi", "Mei", "Anne-Marie", "Brenda", "Hannah", "Lucy", "Ruth", "Irene", "Edith", "Ivy", "Freya", "Holly",
    ];

    internal static IReadOnlyList<string> Male { get; } =
    [
        "Oliver", "George", "John", "Peter", "David", "Michael", "Siôn", "Rhys", "Mohammed", "Ahmed", "Arjun", "Kwame", "Thomas", "William", "Ronald", "Kenneth", "Keith", "Barry",
        "Jack", "James", "Zoltán", "Séamus", "Piotr", "José", "Chidi", "Wei", "Jean-Paul", "Derek", "Harry", "Luke", "Samuel", "Albert", "Stanley", "Leo", "Noah", "Ethan",
    ];

    internal static IReadOnlyList<string> Family { get; } =
    [
        "Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Johnson", "Davies", "Patel", "Wright", "Walker", "White", "Edwards", "Hughes", "Green", "Hall", "Lewis", "Harris",
        "Clarke", "Khan", "Jackson", "Wood", "Turner", "Martin", "Cooper", "Hill", "Ward", "Morris", "Moore", "Clark", "Lee", "King", "Baker", "Begum", "Ali", "Hussain",
        "O'Brien", "O'Neill", "McDonald", "Llŷr", "Gŵyn", "Kowalski", "Nowak", "García", "Müller", "Okafor", "Mensah", "Chen", "Singh", "Kaur", "Smith-Jones", "Barton-Hyde",
        "Pitt", "Sparks", "Hardy", "Symes", "Gulliford", "Yeo", "Chubb", "Stuckey", "Meech", "Dunning", "Frampton", "Vickery", "Trask", "Hoskins", "Bartlett", "Coombs",
    ];
}
