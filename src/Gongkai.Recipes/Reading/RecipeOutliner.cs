using System.Text.Json;
using Gongkai.Content;

namespace Gongkai.Recipes.Reading;

/// <summary>The first pass over a recipe: checks that the text is JSON in a recipe's shape, and notes where the steps stand.</summary>
internal sealed class RecipeOutliner(RecipeText text, Stream stream, Func<RecipeScript, Func<RecipePlace>, Task>? visit)
{
    private const int MaxVariables = 1000;

    private static readonly Dictionary<string, RecipeArray> NoArrays = [];

    private readonly List<RecipeStepOutline> _steps = [];
    private readonly Dictionary<string, RecipeVariable> _variables = new(StringComparer.Ordinal);
    private bool _hasScripts;
    private JsonScanner _scanner = null!;
    private string _recipeName = "";
    private string _path = "$";
    private RecipeStepOutline? _step;

    public async Task<RecipeOutline> ReadAsync(CancellationToken cancellationToken)
    {
        var start = await SkipByteOrderMarkAsync(cancellationToken);
        _scanner = new JsonScanner(stream, start, stream.Length, new LineStart(1, start));
        try
        {
            await ReadRootAsync(cancellationToken);
        }
        catch (JsonFaultException fault)
        {
            throw new RecipeFaultException(text.PlaceOf(_step, fault.Line, fault.Offset, _path + fault.Path), fault.Message);
        }
        return new(_recipeName, _steps, _variables, _hasScripts);
    }

    private async Task<long> SkipByteOrderMarkAsync(CancellationToken cancellationToken)
    {
        var mark = new byte[3];
        stream.Position = 0;
        var length = await stream.ReadAtLeastAsync(mark, 3, throwOnEndOfStream: false, cancellationToken);
        if (length >= 2 && mark is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new RecipeFaultException(text.PlaceOf(null, new(1, 0), 0, "$"), "文件是 UTF-16 编码，请另存为 UTF-8。");
        return mark is [0xEF, 0xBB, 0xBF] ? 3 : 0;
    }

    private async Task ReadRootAsync(CancellationToken cancellationToken)
    {
        if (!await _scanner.ReadTokenAsync(cancellationToken))
            throw Fault("文件是空的。");
        if (_scanner.TokenType != JsonTokenType.StartObject)
            throw Fault("配方应是一个 JSON 对象（以 { 开头）。");

        var hasSteps = false;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadNameAsync("$", names, cancellationToken))
        {
            var name = _scanner.Name;
            await _scanner.ReadTokenAsync(cancellationToken);
            if (name.Equals("steps", StringComparison.OrdinalIgnoreCase))
            {
                hasSteps = true;
                await ReadStepsAsync(cancellationToken);
                continue;
            }

            await ReadValueAsync(cancellationToken);
            if (name.Equals("name", StringComparison.OrdinalIgnoreCase) && _scanner.TokenType == JsonTokenType.String)
                _recipeName = JsonSerializer.Deserialize<string>(_scanner.Bytes.Span)!;
            else if (name.Equals("variables", StringComparison.OrdinalIgnoreCase))
                await ReadVariablesAsync();
        }

        _path = "$";
        if (!hasSteps)
            throw Fault("配方缺少 steps 数组。");
        // Reading on to the end finds what stands after the recipe.
        await _scanner.ReadTokenAsync(cancellationToken);
    }

    private async Task ReadStepsAsync(CancellationToken cancellationToken)
    {
        if (_scanner.TokenType != JsonTokenType.StartArray)
            throw Fault("steps 应是数组。");

        while (true)
        {
            _path = "$.steps" + JsonTrail.Index(_steps.Count);
            _step = new(_steps.Count + 1, "", default, NoArrays);
            await _scanner.ReadTokenAsync(cancellationToken);
            if (_scanner.TokenType == JsonTokenType.EndArray)
                break;
            if (_scanner.TokenType != JsonTokenType.StartObject)
                throw Fault("步骤应是对象，例如 {\"name\": \"Content\", \"data\": []}。");
            await ReadStepAsync(cancellationToken);
        }
        _step = null;
    }

    private async Task ReadStepAsync(CancellationToken cancellationToken)
    {
        var path = _path;
        var (start, line) = (_scanner.Offset, _scanner.Line);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var arrays = new Dictionary<string, RecipeArray>(StringComparer.OrdinalIgnoreCase);
        var hasName = false;
        while (await ReadNameAsync(path, names, cancellationToken))
        {
            var name = _scanner.Name;
            await _scanner.ReadTokenAsync(cancellationToken);
            if (_scanner.TokenType == JsonTokenType.StartArray)
            {
                arrays[name] = new(name, await ReadArrayAsync(cancellationToken));
                continue;
            }

            await ReadValueAsync(cancellationToken);
            if (name.Equals("name", StringComparison.OrdinalIgnoreCase))
            {
                if (_scanner.TokenType != JsonTokenType.String)
                    throw Fault("步骤的 name 应是文本。");
                _step = _step! with { Name = JsonSerializer.Deserialize<string>(_scanner.Bytes.Span)! };
                hasName = _step.Name.Length > 0;
            }
        }

        _path = path;
        var range = new TextRange(start, _scanner.Offset + 1, line);
        if (!hasName)
            throw new JsonFaultException("步骤缺少 name。", start, line, "");
        _steps.Add(_step! with { Text = range, Arrays = arrays });
    }

    private async Task ReadVariablesAsync()
    {
        if (_scanner.TokenType != JsonTokenType.StartObject)
            throw Fault("variables 应是对象，例如 {\"id\": \"[js: uuid()]\"}。");
        NoteVariables(_scanner.Bytes.Span);
        if (_variables.Count > MaxVariables)
            throw Fault($"变量超过 {MaxVariables} 个，请减少一些。");
        await VisitScriptsAsync();
    }

    private void NoteVariables(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && _variables.Count <= MaxVariables)
        {
            var name = reader.GetString()!;
            reader.Read();
            _variables[name] = new(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, _scanner.Offset + reader.TokenStartIndex);
            reader.Skip();
        }
    }

    private async Task<TextRange> ReadArrayAsync(CancellationToken cancellationToken)
    {
        var path = _path;
        var (start, line) = (_scanner.Offset, _scanner.Line);
        for (var index = 0; ; index++)
        {
            _path = path + JsonTrail.Index(index);
            await _scanner.ReadTokenAsync(cancellationToken);
            if (_scanner.TokenType == JsonTokenType.EndArray)
                return new(start, _scanner.Offset + 1, line);
            await ReadValueAsync(cancellationToken);
        }
    }

    private async Task<bool> ReadNameAsync(string path, HashSet<string> names, CancellationToken cancellationToken)
    {
        _path = path;
        await _scanner.ReadTokenAsync(cancellationToken);
        if (_scanner.TokenType != JsonTokenType.PropertyName)
            return false;
        _path = path + JsonTrail.Property(_scanner.Name);
        if (!names.Add(_scanner.Name))
            throw Fault("同一个对象里有两个同名的属性，请删去一个。");
        return true;
    }

    private async Task ReadValueAsync(CancellationToken cancellationToken)
    {
        await _scanner.ReadValueAsync(cancellationToken);
        text.Read?.Invoke(_scanner.Offset);
        if (_step is not null)
            await VisitScriptsAsync();
    }

    private async Task VisitScriptsAsync()
    {
        foreach (var offset in _scanner.Scripts)
        {
            if (ScriptAt((int)(offset - _scanner.Offset)) is not { } script)
                continue;
            _hasScripts = true;
            if (visit is not null)
                await visit(script, () => PlaceOf(script));
        }
    }

    private RecipePlace PlaceOf(RecipeScript script)
    {
        var line = _scanner.Line.After(_scanner.Bytes.Span[..(int)(script.Offset - _scanner.Offset)], _scanner.Offset);
        return text.PlaceOf(_step, line, script.Offset, script.Path);
    }

    private RecipeScript? ScriptAt(int within)
    {
        var value = _scanner.Bytes.Span;
        var reader = new Utf8JsonReader(value[within..], isFinalBlock: false, default);
        reader.Read();
        if (ScriptPrefix.Of(reader.GetString()!) is not ({ } language, { } script))
            return null;
        return new(language, script, _scanner.Offset + within, _path + JsonTrail.PathAt(value, within));
    }

    private JsonFaultException Fault(string message) => new(message, _scanner.Offset, _scanner.Line, "");
}
