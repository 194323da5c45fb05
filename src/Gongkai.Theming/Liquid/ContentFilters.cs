using Fluid;
using Fluid.Values;
using Gongkai.Content;
using Gongkai.Theming.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming.Liquid;

/// <summary>The filters that show items and find terms.</summary>
internal static class ContentFilters
{
    public static void Register(FilterCollection filters)
    {
        filters.AddFilter("display_text", static (input, _, _) => new(input switch
        {
            ContentItemValue { Item: var item } => new StringValue(item.DisplayText),
            TermValue { Term: var term } => new StringValue(term.Label),
            JsonObjectValue { Json: var json } => new StringValue(json.Text("DisplayText") ?? ""),
            _ => NilValue.Instance,
        }));
        filters.AddFilter("shape_build_display", static (input, arguments, _) =>
            new(input is ContentItemValue { Item: var item } ? new ShapeValue(item, arguments.At(0).ToStringValue()) : NilValue.Instance));
        filters.AddFilter("shape_render", RenderShapeAsync);
        filters.AddFilter("taxonomy_terms", TaxonomyTermsAsync);
        filters.AddFilter("inherited_terms", InheritedTermsAsync);
    }

    private static async ValueTask<FluidValue> RenderShapeAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (input is not ShapeValue shape)
            return NilValue.Instance;
        var page = PageContext.Of(context);
        var file = page.Engine.Templates.Current.FindForItem(shape.Item.ContentType, shape.DisplayType)
            ?? throw new TemplateException($"没有显示“{shape.Item.ContentType}”的模板，请添加 Content-{shape.Item.ContentType}.{shape.DisplayType}.liquid 或 Content.liquid。");
        var template = file.Parse(page.Engine.Parser);
        using var writer = new Utf8Writer();
        context.EnterChildScope();
        try
        {
            var model = new Dictionary<string, object?>(StringComparer.Ordinal) { ["ContentItem"] = shape.Item };
            context.SetValue("Model", new PageModel(model, context.Options));
            await template.RenderAsync(writer, page.Encoder, context);
        }
        finally
        {
            context.ReleaseScope();
        }

        return new StringValue(writer.ToString(), encode: false);
    }

    /// <summary>The terms of a taxonomy field, or of a taxonomy's id with term ids.</summary>
    private static ValueTask<FluidValue> TaxonomyTermsAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var (taxonomy, terms) = input is JsonObjectValue { Json: var field }
            ? (field.Text("TaxonomyContentItemId") ?? "", field.Texts("TermContentItemIds"))
            : (input.ToStringValue(), [.. Ids(arguments.At(0), context)]);
        var snapshot = Snapshot(context);
        return new(Array(terms.Select(id => snapshot.FindTerm(taxonomy, id)).OfType<Term>()));
    }

    /// <summary>Each given term of a taxonomy, followed by those above it.</summary>
    private static ValueTask<FluidValue> InheritedTermsAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var snapshot = Snapshot(context);
        var taxonomy = arguments.At(0).ToStringValue();
        return new(Array(Ids(input, context).Select(id => snapshot.FindTerm(taxonomy, id)).OfType<Term>().SelectMany(term => term.Lineage.Reverse())));
    }

    private static TaxonomySnapshot Snapshot(TemplateContext context) => PageContext.Of(context).Services.GetRequiredService<Taxonomies>().Current;

    private static IEnumerable<string> Ids(FluidValue value, TemplateContext context) => value switch
    {
        TermValue { Term: var term } => [term.Id],
        ArrayValue => value.Enumerate(context).SelectMany(inner => Ids(inner, context)),
        _ => [value.ToStringValue()],
    };

    private static ArrayValue Array(IEnumerable<Term> terms) => new([.. terms.Select(term => new TermValue(term))]);
}
