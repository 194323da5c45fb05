using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Recipes.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Recipes.Definitions;

/// <summary>Carries out single steps that change definitions, as a recipe of one step.</summary>
internal sealed class DefinitionChanges(IContentDefinitions definitions, IUnitOfWork unitOfWork) : IDefinitionChanges, IDisposable
{
    private static readonly string[] Steps = ["ContentDefinition", "ReplaceContentDefinition", "DeleteContentDefinition"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Between looking whether a type is still the one that was seen, and changing it, nobody else changes it.
    private readonly SemaphoreSlim _gate = new(1, 1);

    public Task<RecipeReport> CheckAsync(JsonObject step, CancellationToken cancellationToken = default) => RunAsync(step, checkOnly: true, cancellationToken);

    public async Task<RecipeReport> SaveAsync(JsonObject step, string type, string seen, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (DefinitionFingerprint.Of(definitions.Current, type) != seen)
                throw new DefinitionConflictException(ShortText.Of(type));
            return await RunAsync(step, checkOnly: false, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public byte[] ToRecipe(JsonObject step)
    {
        if (!Steps.Contains(step.Text("name"), StringComparer.Ordinal))
            throw new ArgumentException("Only steps of definitions are made into recipes here.", nameof(step));
        // What people call things is never a script.
        var copy = step.DeepClone().AsObject();
        new ScriptMarks().Mark(copy, "");
        var recipe = new JsonObject { ["name"] = "definitions", ["displayName"] = "内容类型", ["version"] = "1.0.0", ["issetuprecipe"] = false, ["steps"] = new JsonArray(copy) };
        return Encoding.UTF8.GetBytes(recipe.ToJsonString(Readable).Replace("\u2060", "\\u2060", StringComparison.Ordinal) + "\n");
    }

    public void Dispose() => _gate.Dispose();

    private async Task<RecipeReport> RunAsync(JsonObject step, bool checkOnly, CancellationToken cancellationToken)
    {
        var recipe = ToRecipe(step);
        RecipeReport? report = null;
        await unitOfWork.RunAsync(async services => report = await services.GetRequiredService<RecipeImporter>()
            .ImportAsync([new("definitions.recipe.json", () => new MemoryStream(recipe, writable: false))], checkOnly, cancellationToken: cancellationToken));
        return report!;
    }
}
