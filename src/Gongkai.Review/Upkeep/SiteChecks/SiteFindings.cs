using System.Globalization;
using Gongkai.Content;
using Gongkai.Review.Checks;

namespace Gongkai.Review.Upkeep.SiteChecks;

/// <summary>Findings as they are stored, and as they are told.</summary>
public static class SiteFindings
{
    // What people typed may be of any length; a list shows its beginning.
    private const int LongestText = 500;

    /// <summary>A finding in an item as it is stored.</summary>
    public static SiteFinding Of(ContentItem item, Finding finding) => new(0, item.ContentItemId, item.ContentType, item.DisplayText, finding.Check, finding.Severity == CheckSeverity.Blocking)
    {
        VersionId = item.ContentItemVersionId,
        Path = finding.Place.Path,
        Label = ShortText.Cut(finding.Place.Label.ToString(), LongestText),
        File = finding.Place.File,
        Line = finding.Place.Line,
        Message = finding.Message.Key,
        Values = [.. finding.Message.Texts.Select(value => ShortText.Cut(value, LongestText))],
        Excerpt = ShortText.Cut(finding.Excerpt, LongestText),
    };

    /// <summary>What is wrong, in Simplified Chinese.</summary>
    public static string MessageOf(SiteFinding finding) => string.Format(CultureInfo.InvariantCulture, finding.Message, [.. finding.Values]);
}
