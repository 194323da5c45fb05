using System.Text.Json.Nodes;
using Gongkai.Content;
using OrchardSite.Hosting;

namespace OrchardSite.Tests;

/// <summary>The recipes that come with the site can be imported in either home.</summary>
public sealed class OurRecipesTests
{
    // Orchard Core's columns; SQLite alone takes more.
    private const int LongestId = 26;

    public static TheoryData<string> Recipes => [.. new[] { "recipes", "src" }
        .SelectMany(folder => Directory.GetFiles(Path.Combine(ProgramPlace.Root, folder), "*.recipe.json", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(ProgramPlace.Root, file))
        .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj"))];

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Ids_have_room_in_Orchard_Cores_database(string recipe)
    {
        await using var file = File.OpenRead(Path.Combine(ProgramPlace.Root, recipe));

        Assert.DoesNotContain(IdsIn(await JsonNode.ParseAsync(file)), id => id.Length > LongestId);
    }

    private static IEnumerable<string> IdsIn(JsonNode? node) => node switch
    {
        JsonObject entries => ((string[])["ContentItemId", "ContentItemVersionId"]).Select(name => entries.Text(name)).OfType<string>().Concat(entries.SelectMany(entry => IdsIn(entry.Value))),
        JsonArray entries => entries.SelectMany(IdsIn),
        _ => [],
    };
}
