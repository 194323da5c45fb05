using Fluid;
using Fluid.Values;
using Gongkai.Content;

namespace Gongkai.Theming.Values;

/// <summary>A content item as templates see it: its envelope and, under <c>Content</c>, its parts. Never its owner and author.</summary>
internal sealed class ContentItemValue(ContentItem item) : ObjectValueBase(item)
{
    public ContentItem Item => item;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name switch
    {
        "ContentItemId" => new StringValue(item.ContentItemId),
        "ContentItemVersionId" => new StringValue(item.ContentItemVersionId),
        "ContentType" => new StringValue(item.ContentType),
        "DisplayText" => new StringValue(item.DisplayText),
        "Published" => BooleanValue.Create(item.Published),
        "Latest" => BooleanValue.Create(item.Latest),
        "CreatedUtc" => Instant(item.CreatedUtc),
        "ModifiedUtc" => Instant(item.ModifiedUtc),
        "PublishedUtc" => Instant(item.PublishedUtc),
        "Content" => JsonLiquid.Of(item.Json),
        _ => NilValue.Instance,
    });

    public override string ToStringValue() => item.DisplayText;

    private static FluidValue Instant(DateTime? utc) => utc is { } value ? new DateTimeValue(new DateTimeOffset(value, TimeSpan.Zero)) : NilValue.Instance;
}
