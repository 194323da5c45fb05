namespace OrchardSite.StaticCopy.Rewriting;

/// <summary>A start tag in a text.</summary>
/// <param name="Name">Its name in small letters.</param>
/// <param name="Start">Where its <c>&lt;</c> is.</param>
/// <param name="End">After its <c>&gt;</c>.</param>
/// <param name="Attributes">Its attributes in their order.</param>
internal sealed record HtmlTag(string Name, int Start, int End, IReadOnlyList<HtmlAttribute> Attributes)
{
    /// <summary>An attribute by its name, or null.</summary>
    public HtmlAttribute? Find(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);
}

/// <summary>An attribute in a text.</summary>
/// <param name="Name">Its name in small letters.</param>
/// <param name="Value">Its value, decoded.</param>
/// <param name="Start">Where it begins, with the space before it.</param>
/// <param name="End">After it.</param>
internal sealed record HtmlAttribute(string Name, string Value, int Start, int End);
