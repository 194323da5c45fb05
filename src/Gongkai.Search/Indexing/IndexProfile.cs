using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Search.Indexing;

/// <summary>What the index is to hold and how it is made; an index of another profile is not served but rebuilt.</summary>
/// <param name="ContentTypes">The types whose public items it holds.</param>
/// <param name="Fingerprint">Equal for equal profiles: of the format, the types, their definitions and the site's time zone.</param>
internal sealed record IndexProfile(IReadOnlySet<string> ContentTypes, string Fingerprint)
{
    /// <summary>Counts up whenever documents are made in another way.</summary>
    private const int Format = 11;

    /// <summary>The profile now: that which <c>SearchSettings.DefaultIndexProfileName</c> names. Without one nothing is indexed.</summary>
    public static IndexProfile Read(ISettings settings, SiteSettings site, DefinitionSnapshot definitions)
    {
        // What is left of a type whose definition was deleted is shown to nobody.
        var types = new SortedSet<string>(SearchedTypes.Of(settings, site).Where(definitions.Types.ContainsKey), StringComparer.Ordinal);
        var description = new StringBuilder().Append(Format).Append('\n').AppendLine(site.TimeZone.Id);
        var described = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in types)
            Describe(type, definitions, description, described);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(description.ToString())));
        return new IndexProfile(types, hash);
    }

    private static void Describe(string type, DefinitionSnapshot definitions, StringBuilder description, HashSet<string> described)
    {
        if (!described.Add(type))
            return;
        description.Append("type ").AppendLine(type);
        if (definitions.FindType(type) is not { } found)
            return;
        foreach (var part in found.Parts)
        {
            description.Append("part ").Append(part.Definition.PartName).Append(' ').Append(part.Name).AppendLine(Canonical(part.Definition.Settings));
            foreach (var field in part.Fields)
                description.Append("field ").Append(field.Definition.FieldName).Append(' ').Append(field.Name).AppendLine(Canonical(field.Definition.Settings));
            // What items inside the items give is theirs too.
            foreach (var inner in part.Definition.Settings.Texts("BagPartSettings", "ContainedContentTypes"))
                Describe(inner, definitions, description, described);
        }
    }

    /// <summary>Only settings that change what is indexed: an editor's hint costs no rebuild.</summary>
    private static string Canonical(DefinitionSettings settings)
    {
        var json = settings.ToJson();
        var relevant = new JsonObject();
        foreach (var group in (string[])["LuceneContentIndexSettings", "TaxonomyFieldSettings", "BagPartSettings"])
            relevant[group] = json.Child(group)?.DeepClone();
        return relevant.ToJsonString();
    }
}
