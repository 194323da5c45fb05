using System.Reflection;
using System.Text.RegularExpressions;
using Gongkai.Content;
using Gongkai.Recipes;
using Gongkai.Tests;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>docs/orchard-core.md says of everything that the code knows how it stands to Orchard Core, and by which test.</summary>
public sealed partial class OrchardCoreTableTests
{
    private static readonly string[] Standings = ["same", "subset", "not applicable"];
    private static readonly string Root = ProgramPlace.Root;
    private static readonly Dictionary<string, List<string[]>> Tables = Read();

    [Fact]
    public async Task Every_recipe_step_has_a_row()
    {
        var ours = await StepsAsync();
        var elsewhere = (IEnumerable<string>)typeof(RecipeImporter).Assembly.GetType("Gongkai.Recipes.Steps.KnownElsewhere")!.GetField("Steps", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

        AssertRows("Recipe steps", [.. ours, .. elsewhere]);
        Assert.Equal(ours.Order(StringComparer.OrdinalIgnoreCase), NamesOf("Recipe steps", standing => standing != "not applicable").Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_part_kind_has_a_row() => AssertRows("Parts", ContentKinds.PartNames);

    [Fact]
    public void Every_field_kind_has_a_row() => AssertRows("Field kinds", ContentKinds.FieldNames);

    [Fact]
    public void Every_shared_Liquid_name_has_a_row() => AssertRows("Liquid", [.. SharedLiquidNames.Tags, .. SharedLiquidNames.Filters, .. SharedLiquidNames.Objects]);

    [Fact]
    public void Every_row_says_how_it_stands_and_names_a_test_that_is_there()
    {
        var sources = Directory.GetFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        foreach (var row in Tables.Values.SelectMany(rows => rows))
        {
            Assert.Contains(row[1], Standings);
            var test = row[3].Trim('`').Split('.');
            Assert.True(sources[test[0]].Any(source => source.Contains("class " + test[0], StringComparison.Ordinal) && (test.Length == 1 || source.Contains($" {test[1]}(", StringComparison.Ordinal))), row[3]);
        }
    }

    private static async Task<IReadOnlyList<string>> StepsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-table-");
        try
        {
            await using var app = SiteHost.Build(new(folder.FullName));
            await using var scope = app.Services.CreateAsyncScope();
            return [.. scope.ServiceProvider.GetServices<IRecipeStep>().Select(step => step.Name)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertRows(string table, IReadOnlyCollection<string> names) =>
        Assert.Empty(names.Except(NamesOf(table, _ => true), StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> NamesOf(string table, Func<string, bool> standing) =>
        Tables[table].Where(row => standing(row[1])).SelectMany(row => Name().Matches(row[0]).Select(match => match.Groups["name"].Value));

    private static Dictionary<string, List<string[]>> Read()
    {
        var tables = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        var heading = "";
        foreach (var line in File.ReadLines(Path.Combine(Root, "docs", "orchard-core.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                heading = line[3..];
            else if (line.StartsWith("| ", StringComparison.Ordinal) && line.Trim('|').Split(" | ") is { Length: 4 } cells && !line.Contains("what differs", StringComparison.Ordinal))
                (tables.TryGetValue(heading, out var rows) ? rows : tables[heading] = []).Add([.. cells.Select(cell => cell.Trim())]);
        }

        return tables;
    }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
