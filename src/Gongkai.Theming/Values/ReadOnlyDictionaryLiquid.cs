using System.Diagnostics.CodeAnalysis;
using Fluid;
using Fluid.Values;

namespace Gongkai.Theming.Values;

/// <summary>A dictionary as templates see it.</summary>
internal sealed class ReadOnlyDictionaryLiquid<T>(IReadOnlyDictionary<string, T> dictionary, TemplateOptions options) : IFluidIndexable
{
    public int Count => dictionary.Count;

    public IEnumerable<string> Keys => dictionary.Keys;

    public bool TryGetValue(string name, [MaybeNullWhen(false)] out FluidValue value)
    {
        value = dictionary.TryGetValue(name, out var found) ? FluidValue.Create(found, options) : null;
        return value is not null;
    }
}
