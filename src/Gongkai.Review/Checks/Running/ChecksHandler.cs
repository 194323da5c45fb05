using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>Holds back what has a blocking finding, whoever publishes it and however: by hand, with many others, at a time, by the API.</summary>
/// <remarks>An import is not held back unless the settings say so: what it brings was public elsewhere, and is looked at afterwards.</remarks>
internal sealed class ChecksHandler(ContentChecks checks, ItemGathering gathering, CheckRulesSource rules, IContentDefinitions definitions) : IContentHandler
{
    private const int MostTold = 20;

    // After everything else has changed the item.
    public int Order => HandlerOrder.Model + 1;

    public async ValueTask PreparingAsync(IReadOnlyList<ContentItem> publishing, bool isImport, CancellationToken cancellationToken)
    {
        if (isImport && !rules.Current.Settings.ImportsAreHeldBack)
            return;
        foreach (var item in publishing)
            await gathering.ReadFilesAsync(item, cancellationToken);
    }

    public async ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        // What is not for everyone may hold what is nobody's business.
        if (!change.Item.IsPublic() || (change.IsImport && !rules.Current.Settings.ImportsAreHeldBack))
            return;
        var report = await checks.RunKeptAsync(change.Item, cancellationToken);
        var blocking = report.Findings.Where(finding => finding.Severity == CheckSeverity.Blocking);
        // A repeal must not wait for what readers have anyway.
        if (change.Before.Published is { } published && IsRepealOf(published, change.Item))
            blocking = blocking.Where(IsNewSince(published, change.Item));
        var list = blocking.ToList();
        foreach (var finding in list.Take(MostTold))
            change.Refuse(finding.Place.Path, SentenceOf(finding));
        if (list.Count > MostTold)
            change.Refuse("", $"还有 {list.Count - MostTold} 处，见“发布前检查”。");
    }

    /// <summary>A finding in a sentence; personal data in it is masked.</summary>
    internal static Wording SentenceOf(Finding finding)
    {
        var place = finding.Place.File.Length > 0 && finding.ToConfirm is null
            ? new("附件“{0}”第 {1} 段", finding.Place.File[(finding.Place.File.LastIndexOf('/') + 1)..], finding.Place.Line)
            : finding.Place.Line > 0 ? new("{0}第 {1} 行", finding.Place.Label, finding.Place.Line) : finding.Place.Label;
        var showsExcerpt = finding.Excerpt.Length > 0 && !finding.Message.ToString().Contains(finding.Excerpt, StringComparison.Ordinal) && finding.ToConfirm is null;
        var what = showsExcerpt ? new("{0}（{1}）", finding.Message, finding.Excerpt) : finding.Message;
        var proposal = finding.Proposal ?? Wording.Nothing;
        return place.IsNothing ? new("{0}。{1}", what, proposal) : new("{0}：{1}。{2}", place, what, proposal);
    }

    private static bool IsRepealOf(ContentItem published, ContentItem item) =>
        published.IsPublic() && Repeal.IsFor(item.ContentType) && Repeal.ValidityOf(published) != Repeal.ValidityOf(item);

    /// <summary>Whether a finding is in a text that the published version does not have word for word, or in a file that it does not name.</summary>
    private Func<Finding, bool> IsNewSince(ContentItem published, ContentItem item)
    {
        var (before, now) = (ItemTexts.Of(published, definitions.Current), ItemTexts.Of(item, definitions.Current));
        var known = before.Select(text => (text.Path, text.Readable.Source)).ToHashSet();
        var same = now.Where(text => known.Contains((text.Path, text.Readable.Source))).Select(text => text.Path).ToHashSet(StringComparer.Ordinal);
        var files = ItemFiles.Of(published, definitions.Current, before).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return finding => finding.Place.File.Length > 0 ? !files.Contains(finding.Place.File) : !same.Contains(finding.Place.Path);
    }
}
