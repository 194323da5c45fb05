using Fluid;
using Fluid.Values;
using Gongkai.Content;

namespace Gongkai.Theming.Values;

/// <summary>A term as templates see it: what a list or a link needs of its item.</summary>
internal sealed class TermValue(Term term) : ObjectValueBase(term)
{
    public Term Term => term;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name switch
    {
        "ContentItemId" => new StringValue(term.Id),
        "DisplayText" => new StringValue(term.Label),
        _ => (FluidValue)NilValue.Instance,
    });

    public override string ToStringValue() => term.Label;
}
