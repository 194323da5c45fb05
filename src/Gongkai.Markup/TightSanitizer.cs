using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Gongkai.Markup;

/// <summary>Lets through what an official document needs (text, headings, lists, tables, links, pictures) and nothing that runs, submits, covers or calls elsewhere.</summary>
internal sealed class TightSanitizer
{
    private static readonly HtmlSanitizerOptions Allowed = new()
    {
        AllowedTags = Names(
            "h1 h2 h3 h4 h5 h6 p br hr div blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td " +
            "a img figure figcaption span strong b em i u s del ins sub sup small mark code kbd q cite abbr ruby rt rp"),
        AllowedAttributes = Names("id class href rel title lang dir src alt width height loading colspan rowspan scope start value reversed tabindex"),
        AllowedClasses = Names("align-left align-center align-right indent table-scroll footnotes footnote-ref footnote-back-ref"),
        AllowedSchemes = Names("http https mailto tel"),
        UriAttributes = Names("href src"),
    };

    /// <summary>What these hold was never text of the document. Any other unknown element goes and its text stays.</summary>
    private static readonly HashSet<string> DroppedWithContent = Names(
        "script style template noscript noembed noframes iframe frame frameset object embed applet param svg math audio video canvas map " +
        "select datalist textarea button input head title base link meta xmp plaintext");

    private readonly HtmlSanitizer _sanitizer = new(Allowed) { KeepChildNodes = true };

    public TightSanitizer()
    {
        _sanitizer.RemovingTag += (_, removing) =>
        {
            if (DroppedWithContent.Contains(removing.Tag.LocalName))
            {
                removing.Tag.TextContent = "";
            }
        };
        _sanitizer.FilterUrl += (_, filtering) => filtering.SanitizedUrl = SafeUrl.Clean(filtering.OriginalUrl, picture: filtering.Tag is IHtmlImageElement);
    }

    /// <summary>The part of a source that may be shown.</summary>
    /// <exception cref="NestedTooDeeplyException">The source is no document.</exception>
    public string Sanitize(string html)
    {
        var nesting = new NestingLimit();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsNotSupportingFrames = true,
            MaximumDepth = 200,
            SkipComments = true,
            OnToken = (token, _) => nesting.Watch(token),
        });
        var document = parser.ParseDocument("<!doctype html>");
        var body = document.Body!;
        // As a fragment: a <frameset> or <body onload> in the source is then no more than an unknown tag.
        foreach (var node in parser.ParseFragment(html, body).ToArray())
        {
            body.AppendChild(node);
        }

        AlignByClass(body);
        _sanitizer.SanitizeDom(document, body);
        var ids = GiveIds(body);
        Finish(body, ids);
        return body.ChildNodes.ToHtml();
    }

    /// <summary>Editors and word processors align with attributes that do not pass; what they meant is kept as our classes.</summary>
    private static void AlignByClass(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("[align],[style]"))
        {
            if ((AlignmentClass(TextAlign(element.GetAttribute("style"))) ?? AlignmentClass(element.GetAttribute("align"))) is { } alignment)
            {
                element.ClassList.Add(alignment);
            }
        }
    }

    private static string? TextAlign(string? style) => style?.Split(';')
        .Select(declaration => declaration.Split(':', 2, StringSplitOptions.TrimEntries))
        .LastOrDefault(declaration => declaration.Length == 2 && declaration[0].Equals("text-align", StringComparison.OrdinalIgnoreCase))?[1];

    private static string? AlignmentClass(string? value) => value?.Trim().ToLowerInvariant() switch
    {
        "left" => "align-left",
        "center" or "middle" => "align-center",
        "right" => "align-right",
        _ => null,
    };

    /// <summary>Gives headings their ids and replaces those of authors.</summary>
    /// <returns>The id that stands for each of the author's.</returns>
    private static Dictionary<string, string> GiveIds(IElement body)
    {
        var ids = new HeadingIds();
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in body.QuerySelectorAll("[id],h1,h2,h3,h4,h5,h6"))
        {
            if (element.Id is { Length: > 0 } id)
            {
                if (ids.ForAuthorId(id) is { } safe)
                {
                    element.Id = safe;
                    replaced.TryAdd(id, safe);
                }
                else
                {
                    element.RemoveAttribute("id");
                }
            }
            else if (element is IHtmlHeadingElement)
            {
                element.Id = ids.ForText(element.TextContent);
            }
        }

        return replaced;
    }

    private static void Finish(IElement body, Dictionary<string, string> ids)
    {
        foreach (var element in body.QuerySelectorAll("*").ToArray())
        {
            element.RemoveAttribute("rel");
            element.RemoveAttribute("tabindex");
            element.RemoveAttribute("loading");
            if (element is not IHtmlImageElement)
            {
                element.RemoveAttribute("width");
                element.RemoveAttribute("height");
            }

            switch (element.LocalName)
            {
                case "a":
                    FinishLink(element, ids);
                    break;
                case "img":
                    element.SetAttribute("loading", "lazy");
                    break;
                case "table":
                    LetScroll(element);
                    break;
                case "h1":
                    ToSecondLevel(element);
                    break;
            }

            if (element.ClassName is { Length: 0 })
            {
                element.RemoveAttribute("class");
            }
        }
    }

    private static void FinishLink(IElement link, Dictionary<string, string> ids)
    {
        if (link.GetAttribute("href") is not { } href)
        {
            return;
        }

        if (SafeUrl.IsOutside(href))
        {
            link.SetAttribute("rel", "noopener");
        }
        else if (href.StartsWith('#') && ids.TryGetValue(Uri.UnescapeDataString(href[1..]), out var id))
        {
            link.SetAttribute("href", "#" + id);
        }
    }

    private static void LetScroll(IElement table)
    {
        if (table.ParentElement is not { } parent)
        {
            return;
        }

        if (!(parent.LocalName == "div" && parent.ClassList.Contains("table-scroll") && parent.ChildElementCount == 1))
        {
            parent = table.Owner!.CreateElement("div");
            parent.ClassName = "table-scroll";
            table.Replace(parent);
            parent.AppendChild(table);
        }

        parent.SetAttribute("tabindex", "0");
    }

    /// <summary>The page's title is its only first-level heading.</summary>
    private static void ToSecondLevel(IElement heading)
    {
        var lower = heading.Owner!.CreateElement("h2");
        foreach (var attribute in heading.Attributes)
        {
            lower.SetAttribute(attribute.Name, attribute.Value);
        }

        foreach (var node in heading.ChildNodes.ToArray())
        {
            lower.AppendChild(node);
        }

        heading.Replace(lower);
    }

    private static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
