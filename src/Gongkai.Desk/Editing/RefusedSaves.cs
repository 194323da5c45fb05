using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>Tells the audit trail of saves that were turned away before the content manager heard of them. What it turns away itself it tells itself, and working copies are told by nobody: they are no save.</summary>
internal sealed class RefusedSaves(IAuditTrail trail)
{
    /// <summary>Somebody else saved meanwhile.</summary>
    public Task ConflictAsync(EditedItem edited, ContentItem item, SaveAs way, CancellationToken cancellationToken) =>
        TellAsync(edited, item, way, new() { ["conflict"] = edited.Latest?.ContentItemVersionId ?? "" }, cancellationToken);

    /// <summary>Whoever saved may not do that to the item as it is or would become.</summary>
    public Task ForbiddenAsync(EditedItem edited, ContentItem item, SaveAs way, string permission, CancellationToken cancellationToken) =>
        TellAsync(edited, item, way, new() { ["permission"] = permission }, cancellationToken);

    /// <summary>What was asked for cannot be as it was typed.</summary>
    public Task FaultyAsync(EditedItem edited, ContentItem item, SaveAs way, ValidationError fault, CancellationToken cancellationToken) =>
        TellAsync(edited, item, way, new() { ["errors"] = new JsonArray(new JsonObject { ["path"] = fault.Path, ["message"] = fault.Message }) }, cancellationToken);

    private Task TellAsync(EditedItem edited, ContentItem item, SaveAs way, JsonObject details, CancellationToken cancellationToken)
    {
        var action = way switch
        {
            SaveAs.Published => AuditActions.ContentPublished,
            SaveAs.Scheduled => AuditActions.ContentScheduled,
            _ => edited.IsNew ? AuditActions.ContentCreated : AuditActions.ContentSaved,
        };
        return trail.AppendAsync([new(action, AuditResult.Refused)
        {
            ContentItemId = item.ContentItemId,
            VersionId = edited.BasedOnVersionId ?? "",
            ContentType = item.ContentType,
            // What is stored is known; what was typed may be anything.
            Title = ShortText.Cut(edited.Latest?.DisplayText ?? item.Part("TitlePart")?.Text("Title") ?? "", ListedItem.LongestTitle),
            Details = details,
        }], cancellationToken);
    }
}
