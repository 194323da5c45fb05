using System.Text.Json;
using Gongkai.Content;

namespace Gongkai.Recipes.Reading;

/// <summary>The first pass over a recipe: checks that the text is JSON in a recipe's shape, and notes where the steps stand.</summary>
internal sealed class RecipeOutliner(RecipeText text, Stream stream, Action<RecipePlace, string> faults)
{
    private static readonly Dictionary<string, RecipeArray> NoArrays = [];

    private readonly List<RecipeStepOutline> _steps = [];
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
        return new(_recipeName, _steps);
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
        foreach (var offset in _scanner.Scripts)
        {
            var value = _scanner.Bytes.Span;
            var within = (int)(offset - _scanner.Offset);
            var line = _scanner.Line.After(value[..within], _scanner.Offset);
            faults(text.PlaceOf(_step, line, offset, _path + JsonTrail.PathAt(value, within)), ScriptMessage(value[within..]));
        }
    }

    private static string ScriptMessage(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value, isFinalBlock: false, default);
        reader.Read();
        return $"暂不支持脚本 [{ScriptPrefix.Of(reader.GetString()!)}: …]，请直接写出它的值（not yet supported）。";
    }

    private JsonFaultException Fault(string message) => new(message, _scanner.Offset, _scanner.Line, "");
}
