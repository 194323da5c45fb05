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
        var bytes = new byte[outline.Text.Length];
        text.Stream.Position = outline.Text.Start;
        await text.Stream.ReadExactlyAsync(bytes, cancellationToken);
        return new RecipeTextElement(text, outline, outline.Text, outline.Path, Parse(bytes));
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
            var range = new TextRange(scanner.Offset, scanner.Offset + scanner.Bytes.Length, scanner.Line);
            var path = outline.Path + JsonTrail.Property(array.Name) + JsonTrail.Index(index);
            yield return new(text, outline, range, path, Parse(scanner.Bytes.Span));
        }
    }

    public Stream OpenFile(string path, RecipePlace at) => text.OpenFile(path, at);

    // The outline has found the text free of what could make this throw.
    private static JsonNode? Parse(ReadOnlySpan<byte> bytes) =>
        JsonNode.Parse(bytes, nodeOptions: null, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = JsonScanner.MaxDepth });
}

/// <summary>A value in a recipe's text that was parsed.</summary>
internal sealed class RecipeTextElement(RecipeText text, RecipeStepOutline step, TextRange range, string path, JsonNode? json) : RecipeElement
{
    public override JsonNode Json => json!;

    /// <summary>Where it stands in the text.</summary>
    public TextRange Range => range;

    public override RecipePlace Locate(string inner = "") => text.PlaceWithin(step, range, path, inner);
}
