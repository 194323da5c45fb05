using AngleSharp.Dom;

namespace Gongkai.Markup.Pasting;

/// <summary>What an element's style says of its meaning, in the ways word processors say it.</summary>
internal readonly struct PastedStyle
{
    private readonly Dictionary<string, string> _declarations = new(StringComparer.OrdinalIgnoreCase);

    public PastedStyle(IElement element)
    {
        foreach (var declaration in (element.GetAttribute("style") ?? "").Split(';'))
        {
            if (declaration.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var value])
                _declarations[name] = value.ToLowerInvariant();
        }
    }

    /// <summary>It is not seen: hidden text, the marker of a list that says so.</summary>
    public bool IsHidden => Of("display") == "none" || Of("mso-hide") == "all";

    /// <summary>It is the number or bullet of a list.</summary>
    public bool IsMarker => Of("mso-list") == "ignore";

    public bool IsStrong => Of("font-weight") is "bold" or "bolder" or "600" or "700" or "800" or "900";

    /// <summary>It takes back what an element around it says.</summary>
    public bool IsNotStrong => Of("font-weight") is "normal" or "400";

    public bool IsSlanted => Of("font-style") is "italic" or "oblique";

    public bool IsUnderlined => Decoration.Contains("underline", StringComparison.Ordinal);

    public bool IsDeleted => Decoration.Contains("line-through", StringComparison.Ordinal);

    public bool IsRaised => Of("vertical-align") == "super";

    public bool IsLowered => Of("vertical-align") == "sub";

    /// <summary>The level of the list that a paragraph is in, from 1; 0 for none.</summary>
    public int ListLevel
    {
        get
        {
            var list = Of("mso-list");
            var at = list.IndexOf("level", StringComparison.Ordinal);
            return at >= 0 && at + 5 < list.Length && list[at + 5] is >= '1' and <= '9' ? list[at + 5] - '0' : 0;
        }
    }

    /// <summary>The level of the heading that a paragraph is, from 1; 0 for none.</summary>
    public int OutlineLevel => int.TryParse(Of("mso-outline-level"), out var level) && level is >= 1 and <= 6 ? level : 0;

    private string Decoration => Of("text-decoration") + " " + Of("text-decoration-line");

    private string Of(string name) => _declarations.GetValueOrDefault(name, "");
}
