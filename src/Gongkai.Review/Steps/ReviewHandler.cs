using Gongkai.Content;
using Gongkai.Review.Graphs;
using Gongkai.Review.Standing;

namespace Gongkai.Review.Steps;

/// <summary>Holds every way to the public to the graph of the type: the desk's buttons, many items at once, a set time. Runs inside the transaction of the change; in doubt it refuses.</summary>
/// <remarks>An import is an administrator's act, which has its own permission and its own rows in the audit trail: it passes.</remarks>
internal sealed class ReviewHandler(ReviewGraphs graphs, IReviewRecords records, ReviewContext context) : IContentHandler
{
    private const string TimePath = "PublishLaterPart";

    public async ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.IsImport || change.Step is not null || graphs.For(change.Item.ContentType) is not { } followed)
            return;
        var time = ScheduleTimes.Of(change.Item, ScheduleAction.Publish);
        if (time is not null && (change.Before.Latest is null || ScheduleTimes.Of(change.Before.Latest, ScheduleAction.Publish) != time))
            change.Refuse(TimePath, new("这类内容要先审核：走到发布环节以后，才能定时发布。请先清空时间，保存后提交审核。"));
        if (followed.Graph is not { } graph)
            return;
        var position = await PositionAsync(graph, change, cancellationToken);
        var from = position.Stage == ReviewGraph.Published ? graph.Initial.Name : position.Stage;
        if (from != graph.Initial.Name && time is not null)
            change.Item.EnsurePart(TimePath)["ScheduledPublishUtc"] = null;
        // One row for each who writes, and one for each time that an edit undoes what was decided.
        if (from != graph.Initial.Name || !position.KnownWriters().Contains(context.User.Name, StringComparer.OrdinalIgnoreCase))
            change.Record(context.Step(change.Item, ReviewStepKind.Written, graph, from, graph.Initial.Name));
    }

    public async ValueTask SchedulingAsync(ContentChange change, ScheduleAction action, DateTime? dueUtc, CancellationToken cancellationToken)
    {
        if (action != ScheduleAction.Publish || graphs.For(change.Item.ContentType) is not { } followed)
            return;
        if (followed.Graph is not { } graph)
        {
            if (dueUtc is not null)
                change.Refuse(TimePath, followed.Fault!);
            return;
        }

        var position = await PositionAsync(graph, change, cancellationToken);
        if (dueUtc is not null && await RightAsync(graph, position, cancellationToken) is { } right)
        {
            if (right.Reason is { } reason)
                change.Refuse(TimePath, reason);
            else
                change.Record(ScheduledOn(change.Item, graph, position, dueUtc) with { InsteadOf = right.InsteadOf });
        }
        else if (dueUtc is null && position.Last is { Kind: ReviewStepKind.Scheduled })
        {
            change.Record(ScheduledOn(change.Item, graph, position, null));
        }
    }

    public async ValueTask PublishingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.IsImport || graphs.For(change.Item.ContentType) is not { } followed)
            return;
        if (followed.Graph is not { } graph)
        {
            change.Refuse("", followed.Fault!);
            return;
        }

        var position = await PositionAsync(graph, change, cancellationToken);
        var right = context.User == DeskUser.System ? await PlannedAsync(change, graph, position, cancellationToken) : await RightAsync(graph, position, cancellationToken);
        if (right.Reason is { } reason)
            change.Refuse("", reason);
        else
            change.Record(context.Step(change.Item, ReviewStepKind.Published, graph, position.Stage, ReviewGraph.Published) with { InsteadOf = right.InsteadOf });
    }

    private ReviewStep ScheduledOn(ContentItem version, ReviewGraph graph, ReviewPosition position, DateTime? dueUtc) =>
        context.Step(version, ReviewStepKind.Scheduled, graph, position.Stage, position.Stage) with { Details = new() { ["due"] = FieldJson.Instant(dueUtc) } };

    /// <summary>Of the version that the handler sees: whether it is the one that was approved is the position's to say.</summary>
    private async Task<ReviewPosition> PositionAsync(ReviewGraph graph, ContentChange change, CancellationToken cancellationToken) =>
        ReviewPosition.Of(graph, await records.HistoryAsync(change.Item.ContentItemId, cancellationToken), change.Before.Latest);

    private async Task<StepRight> RightAsync(ReviewGraph graph, ReviewPosition position, CancellationToken cancellationToken)
    {
        if (graph.Publication(position.Stage) is not { } publication)
            return new(null, NotYet(graph, position));
        var people = await context.PeopleAsync(cancellationToken);
        return (await context.RulesAsync(people, cancellationToken)).Of(graph, publication, context.User, position.KnownWriters());
    }

    /// <summary>The site itself publishes what somebody who might has planned, at that time, and nobody has touched since.</summary>
    private async Task<StepRight> PlannedAsync(ContentChange change, ReviewGraph graph, ReviewPosition position, CancellationToken cancellationToken)
    {
        if (graph.Publication(position.Stage) is null)
            return new(null, NotYet(graph, position));
        var planned = position.Last is { Kind: ReviewStepKind.Scheduled } last ? last : null;
        if (planned?.Details?.Instant("due") is not { } due || change.Before.Latest is not { } latest || ScheduleTimes.Of(latest, ScheduleAction.Publish) != due || due > context.Now)
            return new(null, new("审核流程里没有人排定在这个时间发布，没有发布。请由负责发布的人发布，或重新定时。"));
        return (await context.PeopleAsync(cancellationToken)).Find(planned.UserName) is { IsLocked: false }
            ? new(planned.InsteadOf, null)
            : new(null, $"排定发布的账户“{planned.UserName}”已经锁定或不存在，没有发布。请由负责发布的人发布，或重新定时。");
    }

    private static Wording NotYet(ReviewGraph graph, ReviewPosition position)
    {
        var stage = position.Stage == ReviewGraph.Published ? graph.Initial.Name : position.Stage;
        return $"这份内容现在处在“{graph.LabelOf(stage)}”，按“{graph.DisplayName}”审核完才能发布。请在“审核”一栏办理：{graph.LeadingFrom(stage).Where(one => !graph.IsBack(one)).Select(one => one.DisplayName)}。";
    }
}
