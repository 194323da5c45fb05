using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Catalogue.Entries;

/// <summary>The part <c>DisclosureEntry</c> of a catalogue entry (目录条目).</summary>
/// <remarks>Regulation Art. 12: index, name, abstract and creation date are what a catalogue carries.</remarks>
public sealed class DisclosureEntryPart : IPartView<DisclosureEntryPart>
{
    private DisclosureEntryPart(JsonObject json) => Json = json;

    /// <summary>The content type that has the part.</summary>
    public const string TypeName = "DisclosureEntry";

    /// <inheritdoc/>
    public static string PartName => TypeName;

    /// <summary>The part's JSON.</summary>
    public JsonObject Json { get; }

    /// <summary>索引号.</summary>
    public string? IndexNumber { get => Json.TextField("IndexNumber"); set => Json.SetTextField("IndexNumber", value); }

    /// <summary>文号.</summary>
    public string? DocumentNumber => Json.TextField("DocumentNumber");

    /// <summary>Term ids of the issuers; the first is the lead office.</summary>
    public IReadOnlyList<string> Issuers => Json.TermIds("Issuer");

    /// <summary>Term ids of the topics.</summary>
    public IReadOnlyList<string> Topics => Json.TermIds("Topic");

    /// <summary>Term ids of the genres.</summary>
    public IReadOnlyList<string> Genres => Json.TermIds("Genre");

    /// <summary>Ids of the entries that replace this one.</summary>
    public IReadOnlyList<string> ReplacedBy => Json.PickedIds("ReplacedBy");

    /// <summary>Ids of the items of standard catalogues that this entry fulfils.</summary>
    public IReadOnlyList<string> StandardItems => Json.PickedIds("StandardItems");

    /// <inheritdoc/>
    public static DisclosureEntryPart Over(JsonObject part) => new(part);
}
