using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Recipes;

/// <summary>The checks that every step with an index's settings needs.</summary>
internal static class ProfileCheck
{
    // Orchard Core's name for its standard analyzer; ours takes its place.
    private const string Standard = "standardanalyzer";

    // As its documentation writes it: there the index stays empty without a word.
    private const string Misspelt = "standard";

    /// <summary>Tells of an analyzer that is not ours.</summary>
    public static void Analyzer(RecipeElement element, string path, string? analyzer, IRecipeRun run)
    {
        if (string.Equals(analyzer, Misspelt, StringComparison.OrdinalIgnoreCase))
            run.Notice(element.Locate(path), $"“{analyzer}”在本站没有问题，但在 Orchard Core 中会让索引失效而不报错，那里应写作 {Standard}。");
        else if (analyzer is not null && !analyzer.Equals(Standard, StringComparison.OrdinalIgnoreCase))
            run.Notice(element.Locate(path), $"分词器“{analyzer}”在这里不适用，将使用内置的中文分词。");
    }

    /// <summary>Reports content types that there are not.</summary>
    public static void Types(RecipeElement element, string path, JsonNode types, IRecipeRun run)
    {
        if (types is not JsonArray array)
        {
            run.Error(element.Locate(path), "IndexedContentTypes 应为内容类型名称的数组。");
            return;
        }

        for (var i = 0; i < array.Count; i++)
        {
            if (array[i]?.GetValueKind() != JsonValueKind.String)
                run.Error(element.Locate($"{path}[{i}]"), "内容类型的名称应为字符串。");
            else if (run.Definitions.FindType(array[i]!.GetValue<string>()) is null)
                run.Error(element.Locate($"{path}[{i}]"), $"没有名为“{array[i]}”的内容类型，请先用 ContentDefinition 步骤定义，或从列表中删去。");
        }
    }
}
