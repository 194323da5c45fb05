using Fluid;
using Fluid.Values;

namespace Gongkai.Theming.Values;

/// <summary>A template's <c>Model</c>: named values, each turned into Liquid once and only when asked for.</summary>
internal sealed class PageModel(IReadOnlyDictionary<string, object?> values, TemplateOptions options) : ObjectValueBase(values)
{
    private readonly Dictionary<string, FluidValue> _converted = new(StringComparer.Ordinal);

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context)
    {
        if (!_converted.TryGetValue(name, out var value))
            _converted[name] = value = Create(values.GetValueOrDefault(name), options);
        return new(value);
    }

    public override string ToStringValue() => "";
}
