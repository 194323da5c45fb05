using Fluid.Values;
using Gongkai.Content;

namespace Gongkai.Theming.Values;

/// <summary>An item with the way in which it is to be shown: what <c>shape_build_display</c> gives and <c>shape_render</c> takes.</summary>
internal sealed class ShapeValue(ContentItem item, string displayType) : ObjectValueBase(item)
{
    public ContentItem Item => item;

    public string DisplayType => displayType;

    public override string ToStringValue() => "";
}
