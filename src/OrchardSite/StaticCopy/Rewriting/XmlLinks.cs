using System.Xml;
using System.Xml.Linq;

namespace OrchardSite.StaticCopy.Rewriting;

/// <summary>Files for programs: maps of the site, feeds, the description of the search. Their addresses are absolute and stay; what the copy does not have is taken out.</summary>
internal static class XmlLinks
{
    // A feed in the copy is its first page: whoever wants more has the maps.
    private static readonly string[] PageRelations = ["first", "previous", "next", "last"];

    /// <summary>The addresses of further maps that a document names.</summary>
    public static IEnumerable<string> Find(byte[] xml)
    {
        var root = Read(xml).Root!;
        return root.Name.LocalName == "sitemapindex" ? [.. root.Elements().SelectMany(map => map.Elements()).Where(IsPlace).Select(place => place.Value)] : [];
    }

    /// <summary>The document as the copy has it; null when nothing is left of it.</summary>
    public static byte[]? Rewrite(byte[] xml, LinkWriter links)
    {
        var document = Read(xml);
        var root = document.Root!;
        switch (root.Name.LocalName)
        {
            case "urlset" or "sitemapindex":
                root.Elements().Where(entry => entry.Elements().Any(place => IsPlace(place) && !links.Holds(place.Value))).ToList().ForEach(TakeOut);
                break;
            case "feed" or "rss":
                RewriteFeed(root);
                break;
            case "OpenSearchDescription":
                return TurnSearch(root, links) ? Write(document) : null;
        }

        return Write(document);
    }

    private static void RewriteFeed(XElement root)
    {
        root.Descendants().Where(element => element.Name.LocalName == "link" && PageRelations.Contains((string?)element.Attribute("rel"))).ToList().ForEach(TakeOut);
        // It is a name, and stays the same; a copy does not answer at it.
        foreach (var permanent in root.Descendants("guid").Attributes("isPermaLink"))
            permanent.Value = "false";
    }

    /// <summary>Turns the addresses of a search to the running site; false when readers cannot reach it.</summary>
    private static bool TurnSearch(XElement root, LinkWriter links)
    {
        foreach (var url in root.Elements().Where(element => element.Name.LocalName == "Url" && (string?)element.Attribute("rel") != "self"))
        {
            if (url.Attribute("template") is not { } template || !template.Value.StartsWith(links.Origin, StringComparison.Ordinal) || links.Live(template.Value[links.Origin.Length..]) is not { } live)
                return false;
            template.Value = live;
        }

        return true;
    }

    private static bool IsPlace(XElement element) => element.Name.LocalName == "loc";

    private static void TakeOut(XElement element)
    {
        if (element.PreviousNode is XText { Value: var space } before && string.IsNullOrWhiteSpace(space))
            before.Remove();
        element.Remove();
    }

    private static XDocument Read(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static byte[] Write(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
            document.Save(writer);
        return stream.ToArray();
    }
}
