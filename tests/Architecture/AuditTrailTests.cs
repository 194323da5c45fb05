using System.Text.RegularExpressions;

namespace Architecture;

/// <summary>Rows of the audit trail are added, and removed by the night when their time is over. The source of the whole house is looked at: what can touch the table is few files, and one of them deletes.</summary>
public sealed partial class AuditTrailTests
{
    private static readonly string[] Touching =
    [
        "Gongkai.Storage/Audit/AuditChain.cs", "Gongkai.Storage/Audit/AuditRetention.cs", "Gongkai.Storage/Audit/AuditScribe.cs", "Gongkai.Storage/Audit/AuditTrail.cs",
        "Gongkai.Storage/Postgres/Migrations/AuditTrail.cs", "Gongkai.Storage/Postgres/Migrations/PostgresContextModelSnapshot.cs", "Gongkai.Storage/Rows/AuditRows.cs",
        "Gongkai.Storage/Sqlite/Migrations/AuditTrail.cs", "Gongkai.Storage/Sqlite/Migrations/SqliteContextModelSnapshot.cs", "Gongkai.Storage/StorageContext.cs",
        "Gongkai.Storage/Transactions/WriteTransaction.cs",
    ];

    private static readonly Dictionary<string, string> Sources = Directory.EnumerateFiles(Path.Combine(House.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Name: Path.GetRelativePath(Path.Combine(House.Root, "src"), path).Replace('\\', '/'), Path: path))
        .Where(file => !file.Name.Split('/').Any(part => part is "obj" or "bin"))
        .ToDictionary(file => file.Name, file => File.ReadAllText(file.Path), StringComparer.Ordinal);

    [Fact]
    public void Few_files_touch_the_table() =>
        Assert.Equal(Touching.Order(StringComparer.Ordinal), Sources.Where(file => file.Key.StartsWith("Gongkai.Storage/", StringComparison.Ordinal) && Touches().IsMatch(file.Value)).Select(file => file.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_retention_deletes_rows_and_nobody_changes_one()
    {
        var changing = Touching.SelectMany(file => Changes().Matches(Sources[file]).Select(match => $"{file}: {match.Value}"));

        Assert.Equal(
            [
                // The row that says where the trail ends.
                "Gongkai.Storage/Audit/AuditChain.cs: context.AuditEnds.ExecuteUpdate",
                "Gongkai.Storage/Audit/AuditRetention.cs: last.Sequence).ExecuteDelete",
            ],
            changing);
    }

    [Fact]
    public void No_statement_changes_the_table_behind_the_model() =>
        Assert.Empty(Sources.Where(file => Statements().IsMatch(file.Value)).Select(file => file.Key));

    [Fact]
    public void Only_the_night_asks_for_a_removal() =>
        Assert.Equal(["OrchardSite/Hosting/AuditKeeping.cs"], Sources.Where(file => file.Value.Contains("RemoveBeforeAsync", StringComparison.Ordinal) && !file.Key.EndsWith("/Audit/AuditRetention.cs", StringComparison.Ordinal)
            && !file.Key.EndsWith("/Audit/IAuditTrail.cs", StringComparison.Ordinal)).Select(file => file.Key));

    [GeneratedRegex(@"\bAuditRow\b|\.AuditTrail\b|""AuditTrail""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Touches();

    [GeneratedRegex(@"\S*Execute(Delete|Update)|\.(Remove|RemoveRange|Update|UpdateRange|Attach)\(", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Changes();

    [GeneratedRegex(@"(UPDATE|DELETE\s+FROM|TRUNCATE|TRUNCATE\s+TABLE|INTO|ALTER\s+TABLE)\s+""+AuditTrail|(DROP|DISABLE)\s+TRIGGER", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Statements();
}
