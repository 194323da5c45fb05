using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;
using Gongkai.Content;
using Gongkai.Theming.Values;
using Gongkai.Web.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Theming.Liquid;

/// <summary>The filters that make text of text, and times of times.</summary>
internal static class TextFilters
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Register(FilterCollection filters)
    {
        filters.AddFilter("t", static (input, arguments, context) => new(new StringValue(Translate(input.ToStringValue(), arguments, context))));
        filters.AddFilter("local", static (input, _, context) => new(InZone(input, context, context.TimeZone)));
        filters.AddFilter("utc", static (input, _, context) => new(InZone(input, context, TimeZoneInfo.Utc)));
        filters.AddFilter("slugify", static (input, _, _) => new(new StringValue(Slugify(input.ToStringValue()))));
        filters.AddFilter("html_class", static (input, _, _) => new(new StringValue(Slugify(input.ToStringValue()))));
        filters.AddFilter("sanitize_html", static (input, _, context) => new(Markup(input, MarkupFormat.Html, context)));
        filters.AddFilter("markdownify", static (input, _, context) => new(Markup(input, MarkupFormat.Markdown, context)));
        filters.AddFilter("json", static (input, arguments, context) => new(new StringValue(
            ToJson(input, context)?.ToJsonString(arguments.At(0).ToBooleanValue() && !arguments.At(0).IsNil() ? new(Json) { WriteIndented = true } : Json) ?? "null")));
    }

    /// <summary>The text in the language of the page, <c>{0}</c> replaced by the first argument and so on.</summary>
    private static string Translate(string key, FilterArguments arguments, TemplateContext context)
    {
        var text = PageTexts.Of(PageContext.Of(context).Language, key);
        return arguments.Count == 0 ? text : PageTexts.Fill(text, [.. arguments.Values.Select(Written)]);
    }

    private static object Written(FluidValue value) =>
        value is NumberValue && value.ToNumberValue() is var number && decimal.IsInteger(number) && number is > long.MinValue and < long.MaxValue ? (long)number : value.ToStringValue();

    private static FluidValue InZone(FluidValue input, TemplateContext context, TimeZoneInfo zone) =>
        input.TryGetDateTimeInput(context, out var time) ? new DateTimeValue(TimeZoneInfo.ConvertTime(time, zone)) : NilValue.Instance;

    /// <summary>Letters and digits of any script, lower case, joined by hyphens.</summary>
    private static string Slugify(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    private static StringValue Markup(FluidValue input, MarkupFormat format, TemplateContext context) =>
        new(PageContext.Of(context).Services.GetRequiredService<IMarkup>().ToHtml(input.ToStringValue(), format), encode: false);

    private static JsonNode? ToJson(FluidValue value, TemplateContext context) => value switch
    {
        ContentItemValue { Item: var item } => Public(item.Json),
        JsonObjectValue { Json: var json } => Public(json),
        ArrayValue => new JsonArray([.. value.Enumerate(context).Select(inner => ToJson(inner, context))]),
        BooleanValue => value.ToBooleanValue(),
        NumberValue => value.ToNumberValue(),
        DateTimeValue or StringValue => value.ToStringValue(),
        _ when value.IsNil() => null,
        ObjectValue { Value: { } declared } => JsonSerializer.SerializeToNode(declared, Json),
        _ => value.ToStringValue(),
    };

    private static JsonNode? Public(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Where(property => !JsonObjectValue.IsPrivate(json, property.Key))
            .Select(property => KeyValuePair.Create(property.Key, Public(property.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Public)]),
        _ => node?.DeepClone(),
    };
}
