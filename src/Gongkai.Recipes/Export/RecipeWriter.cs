using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gongkai.Recipes.Export;

/// <summary>Writes a recipe's text: one step or one version a line, so that two exports can be compared line by line.</summary>
internal sealed class RecipeWriter(Stream file)
{
    /// <summary>Orchard Core imports steps of this size best.</summary>
    public const int ItemsPerStep = 100;

    private const string Head = """
        {
        "name": "gongkai-export",
        "displayName": "Gongkai 导出",
        "description": "",
        "author": "",
        "website": "",
        "version": "1.0.0",
        "issetuprecipe": false,
        "categories": [],
        "tags": [],
        "variables": {},
        "steps": [
        """;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool _hasHead;
    private bool _hasStep;
    private int _itemsInStep;

    /// <summary>How many versions were written.</summary>
    public int Versions { get; private set; }

    public async Task WriteStepAsync(JsonObject step, CancellationToken cancellationToken)
    {
        await BeginStepAsync(cancellationToken);
        await WriteAsync(TextOf(step), cancellationToken);
    }

    /// <summary>Writes an item's versions into a Content step, a new one after every hundred items.</summary>
    public async Task WriteItemAsync(IReadOnlyList<JsonObject> versions, CancellationToken cancellationToken)
    {
        if (_itemsInStep == ItemsPerStep)
            await EndContentAsync(cancellationToken);
        foreach (var version in versions)
        {
            if (_itemsInStep == 0 && ReferenceEquals(version, versions[0]))
            {
                await BeginStepAsync(cancellationToken);
                await WriteAsync("{\"name\":\"Content\",\"data\":[\n", cancellationToken);
            }
            else
                await WriteAsync(",\n", cancellationToken);
            await WriteAsync(TextOf(version), cancellationToken);
            Versions++;
        }
        _itemsInStep++;
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await EndContentAsync(cancellationToken);
        await BeginAsync(cancellationToken);
        await WriteAsync("\n]\n}\n", cancellationToken);
    }

    // What nobody sees in a text should be seen in the file.
    private static string TextOf(JsonObject json) => json.ToJsonString(Readable).Replace("\u2060", "\\u2060", StringComparison.Ordinal);

    private async Task BeginStepAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        await WriteAsync(_hasStep ? ",\n" : "\n", cancellationToken);
        _hasStep = true;
    }

    private async Task EndContentAsync(CancellationToken cancellationToken)
    {
        if (_itemsInStep > 0)
            await WriteAsync("\n]}", cancellationToken);
        _itemsInStep = 0;
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!_hasHead)
            await WriteAsync(Head.ReplaceLineEndings("\n"), cancellationToken);
        _hasHead = true;
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken) => await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
}
