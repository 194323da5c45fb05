using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes.Reading;

/// <summary>A step of a recipe's text.</summary>
internal sealed class RecipeStepText(RecipeText text, RecipeOutline recipe, RecipeStepOutline outline) : IRecipeStepInput
{
    /// <summary>The recipe that the step stands in; the same object in every pass over it.</summary>
    public RecipeOutline Recipe => recipe;

    /// <summary>The folder that the recipe lies in; null when it has none.</summary>
    public RecipeFolder? Folder => text.Folder;

    public int Number => outline.Number;

    public string Name => outline.Name;

    /// <summary>Where the step begins.</summary>
    public RecipePlace Place => text.PlaceOf(outline, outline.Text.Line, outline.Text.Start, outline.Path);

    /// <summary>Another step of the same recipe.</summary>
    public RecipeStepText Sibling(int number) => new(text, recipe, recipe.Steps[number - 1]);

    /// <summary>Whether the step has an array of the name; case does not matter.</summary>
    public bool HasArray(string property) => outline.Arrays.ContainsKey(property);

    public async Task<RecipeElement> ReadAsync(CancellationToken cancellationToken)
    {
        if (outline.Text.Length > JsonScanner.MaxValueLength)
            throw new RecipeFaultException(Place, $"这个步骤超过 {JsonScanner.MaxValueLength / 1024 / 1024} MiB，请拆成几个步骤。");
        var scanner = new JsonScanner(text.Stream, outline.Text.Start, outline.Text.End, outline.Text.Line);
        await scanner.ReadTokenAsync(cancellationToken);
        await scanner.ReadValueAsync(cancellationToken);
        return await ElementAsync(scanner, outline.Path, cancellationToken);
    }

    public IAsyncEnumerable<RecipeElement> ReadElementsAsync(string property, CancellationToken cancellationToken) =>
        ReadElementsAsync(property, _ => true, cancellationToken);

    /// <summary>The elements whose bytes are of interest; the others are not parsed.</summary>
    public async IAsyncEnumerable<RecipeTextElement> ReadElementsAsync(string property, Func<ReadOnlyMemory<byte>, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!outline.Arrays.TryGetValue(property, out var array))
            throw new RecipeFaultException(Place, $"步骤 {Name} 缺少数组 {property}。");

        var scanner = new JsonScanner(text.Stream, array.Text.Start, array.Text.End, array.Text.Line);
        await scanner.ReadTokenAsync(cancellationToken);
        for (var index = 0; await scanner.ReadTokenAsync(cancellationToken) && scanner.TokenType != JsonTokenType.EndArray; index++)
        {
            await scanner.ReadValueAsync(cancellationToken);
            text.Read?.Invoke(scanner.Offset);
            if (!isWanted(scanner.Bytes))
                continue;
            yield return await ElementAsync(scanner, outline.Path + JsonTrail.Property(array.Name) + JsonTrail.Index(index), cancellationToken);
        }
    }

    public Stream OpenFile(string path, RecipePlace at) => text.TryOpenFile(path, out var opened) is { } fault ? throw new RecipeFaultException(at, fault) : opened!;

    private async Task<RecipeTextElement> ElementAsync(JsonScanner scanner, string path, CancellationToken cancellationToken)
    {
        var range = new TextRange(scanner.Offset, scanner.Offset + scanner.Bytes.Length, scanner.Line);
        var json = Parse(scanner.Bytes.Span);
        if (scanner.Scripts.Count == 0)
            return new(text, outline, range, path, json, 0);
        var evaluation = new ElementScripts(text, scanner.Scripts, path);
        try
        {
            json = await evaluation.ReplaceAsync(json, cancellationToken);
        }
        catch (Scripting.ScriptFaultException fault)
        {
            throw new RecipeFaultException(text.PlaceWithin(outline, range, path, evaluation.Path), fault.Message);
        }
        return new(text, outline, range, path, json, evaluation.Length);
    }

    // The outline has found the text free of what could make this throw.
    private static JsonNode? Parse(ReadOnlySpan<byte> bytes) =>
        JsonNode.Parse(bytes, nodeOptions: null, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = JsonScanner.MaxDepth });
}

/// <summary>A value in a recipe's text that was parsed.</summary>
internal sealed class RecipeTextElement(RecipeText text, RecipeStepOutline step, TextRange range, string path, JsonNode? json, long scripted) : RecipeElement
{
    public override JsonNode Json => json!;

    /// <summary>Where it stands in the text.</summary>
    public TextRange Range => range;

    /// <summary>About how many bytes it takes, with what its scripts came to.</summary>
    public long Size => range.Length + (scripted * sizeof(char));

    public override RecipePlace Locate(string inner = "") => text.PlaceWithin(step, range, path, inner);
}
