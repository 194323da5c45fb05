using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Graphs;
using Gongkai.Review.InStep;
using Gongkai.Review.Standing;

namespace Gongkai.Review.Steps;

/// <summary>Takes steps of reviews for whoever is there, and tells where an item stands. Rights are asked of <see cref="StepRules"/>, what was seen is compared inside the transaction.</summary>
public sealed class ReviewWork(
    ReviewGraphs graphs, IReviewRecords records, ReviewContext context, IContentReader reader, IStoredVersions versions, JointPublication joint, IPermissions permissions,
    ContentValidator validator, IContentDefinitions definitions, Taxonomies taxonomies, IAuditTrail audit, Pairs pairs, PlanCheck plans)
{
    /// <summary>How long the reason of an emergency release may be, in characters.</summary>
    public const int MostAheadReason = 500;

    private const int MostRemark = 2000;
    private static readonly Wording Conflict = new("别人刚刚改过这条内容，没有办理。请看过新的版本后再试。");

    /// <summary>Where an item stands, and what whoever is there can do; null for a type that publishes directly and was never reviewed.</summary>
    public async Task<ReviewPanel?> FindAsync(ContentItem latest, CancellationToken cancellationToken)
    {
        var followed = graphs.For(latest.ContentType);
        var history = await records.HistoryAsync(latest.ContentItemId, cancellationToken);
        if (followed?.Graph is not { } graph)
        {
            return followed is null && history.Count == 0 ? null
                : new ReviewPanel { GraphLabel = followed?.Name ?? "", Fault = followed?.Fault, Past = await PastAsync(history, null, cancellationToken) };
        }

        var position = ReviewPosition.Of(graph, history, latest);
        var stage = position.Stage == ReviewGraph.Published ? null : graph.Stage(position.Stage);
        var people = await context.PeopleAsync(cancellationToken);
        var rules = await context.RulesAsync(people, cancellationToken);
        var writers = await WritersAsync(graph, position, latest, cancellationToken);
        var rights = (stage is null ? [] : graph.LeadingFrom(stage.Name)).Select(transition => (Transition: transition, Right: RightOf(rules, graph, transition, latest, writers))).ToList();
        var due = stage is null ? null : DueOf(position, stage);
        return new()
        {
            GraphLabel = graph.DisplayName,
            StageLabel = graph.LabelOf(position.Stage),
            StageLabels = [.. graph.Stages.Select(one => one.Name).Append(ReviewGraph.Published).Select(graph.LabelOf)],
            DueOn = due,
            IsOverdue = due < context.Today,
            WaitsFor = [.. rights.Where(one => !graph.IsBack(one.Transition)).Select(one => context.RoleLabel(one.Transition.Role)).Distinct()],
            Choices = [.. rights.Where(one => one.Right.IsAllowed).Select(one => new StepChoice(one.Transition, graph.IsBack(one.Transition), one.Transition.To == ReviewGraph.Published, one.Right.InsteadOf is { } absent ? people.LabelOf(absent) : null))],
            Reasons = [.. rights.Where(one => !one.Right.IsAllowed && rules.HasRoleOrStandsIn(one.Transition, context.User)).Select(one => one.Right.Reason!).Distinct()],
            Proposed = ModeDecision.Concerns(latest) ? ModeDecision.Of(latest) : null,
            VersionId = latest.ContentItemVersionId,
            Count = position.Count,
            Past = await PastAsync(history, graph, cancellationToken),
            Halves = await pairs.OthersAsync(latest, null, cancellationToken),
            PairFault = stage is null ? null : await pairs.FaultOfAsync(latest, cancellationToken),
            MayGoAhead = pairs.IsPolicy(latest),
        };
    }

    /// <summary>Takes a step; null when there is no such item that whoever is there may see.</summary>
    public async Task<StepOutcome?> TakeAsync(StepCommand command, CancellationToken cancellationToken)
    {
        if (await reader.GetAsync(command.ContentItemId, VersionOption.Latest, cancellationToken) is not { } latest || !permissions.IsAllowed(context.User, Permissions.ViewContent, latest))
            return null;
        if (graphs.For(latest.ContentType) is not { } followed)
            return await RefuseAsync(latest, [new("", new("这类内容不需要审核，直接发布就可以。"))], cancellationToken);
        if (followed.Graph is not { } graph)
            return await RefuseAsync(latest, [new("", followed.Fault!)], cancellationToken);
        var position = ReviewPosition.Of(graph, await records.HistoryAsync(latest.ContentItemId, cancellationToken), latest);
        if (latest.ContentItemVersionId != command.VersionId || position.Count != command.SeenSteps)
            return await RefuseAsync(latest, [new("", position.Last is { } last && latest.ContentItemVersionId == command.VersionId
                ? new("“{0}”刚刚办理过这条内容，现在处在“{1}”，没有重复办理。请看过现在的状态再决定。", last.DisplayName, graph.LabelOf(position.Stage)) : Conflict)], cancellationToken);
        if (graph.LeadingFrom(position.Stage).FirstOrDefault(one => one.Name == command.Transition) is not { } transition)
            return await RefuseAsync(latest, [new("", $"在“{graph.LabelOf(position.Stage)}”没有这一步。请刷新页面再看。")], cancellationToken);
        var people = await context.PeopleAsync(cancellationToken);
        var writers = await WritersAsync(graph, position, latest, cancellationToken);
        var right = RightOf(await context.RulesAsync(people, cancellationToken), graph, transition, latest, writers);
        if (right.Reason is { } reason)
            return await RefuseAsync(latest, [new("", reason)], cancellationToken);
        var faults = FaultsOf(graph, transition, command, latest);
        if (!graph.IsBack(transition))
            faults.AddRange(await plans.FaultsOfAsync(transition.DecidesMode && ModeDecision.Concerns(latest) && command.Decision is { } decided ? decided.ApplyTo(latest) : latest, transition.From == graph.Initial.Name, people, cancellationToken));
        if (faults.Count > 0)
            return await RefuseAsync(latest, faults, cancellationToken);
        // The handlers ask the same again, of each half of a pair, and write the steps.
        ContentOperation operation = transition.To == ReviewGraph.Published
            ? new Publish(latest.ContentItemId, latest.ContentItemVersionId, AheadReason: command.AheadReason is { Length: > 0 } ahead ? ahead : null)
            : StepOf(graph, transition, command, latest, right, writers);
        return await RunAsync(operation, other => right.InsteadOf is not null || permissions.IsAllowed(context.User, Permissions.PublishContent, other), graph.LabelOf(transition.To), cancellationToken);
    }

    private TakeStep StepOf(ReviewGraph graph, ReviewTransition transition, StepCommand command, ContentItem latest, StepRight right, IReadOnlyList<string> writers)
    {
        var decision = transition.DecidesMode && ModeDecision.Concerns(latest) ? command.Decision : null;
        var details = new JsonObject();
        if (transition.From == graph.Initial.Name)
            details[ReviewPosition.Writers] = new JsonArray([.. writers.Select(writer => JsonValue.Create(writer))]);
        if (decision is not null)
            (details["mode"], details["ground"], details["proposed"]) = (decision.Mode, decision.Mode == Publicity.Proactive ? null : decision.Ground.Trim(), ModeDecision.Of(latest).Mode);
        var step = context.Step(latest, graph.IsBack(transition) ? ReviewStepKind.Returned : ReviewStepKind.Forwarded, graph, transition.From, transition.To) with
        {
            Remark = command.Remark.Trim(),
            InsteadOf = right.InsteadOf,
            Details = details.Count > 0 ? details : null,
        };
        // Whoever wrote the text wrote it still: the step says who decided.
        var decided = decision?.ApplyTo(latest);
        return new TakeStep(step, command.SeenSteps, decided is null || decided.HasSameContent(latest) ? null : decided);
    }

    private async Task<StepOutcome> RunAsync(ContentOperation operation, Func<ContentItem, bool> mayPublish, Wording stage, CancellationToken cancellationToken)
    {
        try
        {
            var result = await joint.ExecuteAsync([operation], mayPublish, cancellationToken);
            return new([.. result.Results.SelectMany(one => one.Errors)], stage);
        }
        catch (ContentConflictException)
        {
            return new([new("", Conflict)], stage);
        }
    }

    /// <summary>Refused before the content manager was asked: the trail is told here.</summary>
    private async Task<StepOutcome> RefuseAsync(ContentItem item, IReadOnlyList<ValidationError> faults, CancellationToken cancellationToken)
    {
        await audit.AppendAsync(
            [new(AuditActions.ReviewStepTaken, AuditResult.Refused)
            {
                ContentItemId = item.ContentItemId,
                VersionId = item.ContentItemVersionId,
                ContentType = item.ContentType,
                Title = item.DisplayText,
                Details = new() { ["errors"] = new JsonArray([.. faults.Take(10).Select(fault => new JsonObject { ["path"] = fault.Path, ["message"] = fault.Message })]) },
            }], cancellationToken);
        return new(faults, Wording.AsWritten(""));
    }

    private List<ValidationError> FaultsOf(ReviewGraph graph, ReviewTransition transition, StepCommand command, ContentItem latest)
    {
        var faults = new List<ValidationError>();
        if (graph.IsBack(transition) && string.IsNullOrWhiteSpace(command.Remark))
            faults.Add(new("Remark", new("退回要写明意见，起草人才知道改什么。")));
        if (command.Remark.Length > MostRemark)
            faults.Add(new("Remark", $"意见最多 {MostRemark} 个字符，这里有 {command.Remark.Length} 个。"));
        if (!StorableText.IsStorable(command.Remark))
            faults.Add(new("Remark", new("意见里有不能保存的字符，请删去后再试。")));
        if (command.AheadReason.Length > MostAheadReason)
            faults.Add(new("AheadReason", $"先行发布的理由最多 {MostAheadReason} 个字符，这里有 {command.AheadReason.Length} 个。"));
        if (!StorableText.IsStorable(command.AheadReason))
            faults.Add(new("AheadReason", new("先行发布的理由里有不能保存的字符，请删去后再试。")));
        if (transition.DecidesMode && ModeDecision.Concerns(latest) && (command.Decision ?? new("", "")).Fault() is { } undecided)
            faults.Add(new(command.Decision is { Mode.Length: > 0 } && ModeDecision.Modes.Contains(command.Decision.Mode) ? "Ground" : "Mode", undecided));
        // What could not be published is not taken in; the mode is still to be decided.
        if (transition.From == graph.Initial.Name)
            faults.AddRange(validator.Validate(latest, definitions.Current, taxonomies.Current, forPublication: true).Where(error => !error.Path.StartsWith("DisclosureEntry.DisclosureMode", StringComparison.Ordinal)));
        return faults;
    }

    /// <summary>To publish needs the permission, too, whatever the graph says.</summary>
    private StepRight RightOf(StepRules rules, ReviewGraph graph, ReviewTransition transition, ContentItem latest, IReadOnlyCollection<string> writers)
    {
        var right = rules.Of(graph, transition, context.User, writers);
        return right.IsAllowed && transition.To == ReviewGraph.Published && right.InsteadOf is null && !permissions.IsAllowed(context.User, Permissions.PublishContent, latest)
            ? new(null, new("您没有发布这份内容的权限：发布机构应是本单位，角色要有“发布”权限。")) : right;
    }

    /// <summary>Whoever wrote what is under review: as its submission says, else whoever wrote the versions that readers do not have yet.</summary>
    private async Task<IReadOnlyList<string>> WritersAsync(ReviewGraph graph, ReviewPosition position, ContentItem latest, CancellationToken cancellationToken)
    {
        var known = position.KnownWriters();
        if (position.Stage != graph.Initial.Name)
            return known;
        var unread = (await versions.HistoryAsync(latest.ContentItemId, cancellationToken)).TakeWhile(version => !version.Published).Prepend(latest);
        return [.. known.Concat(unread.SelectMany(version => new[] { version.Author, version.Owner })).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static DateOnly? DueOf(ReviewPosition position, ReviewStage stage) => position.Round.LastOrDefault(step => step.From != step.To && step.To == stage.Name)?.DueOn;

    private async Task<IReadOnlyList<PastStep>> PastAsync(IReadOnlyList<ReviewStep> history, ReviewGraph? graph, CancellationToken cancellationToken)
    {
        if (history.Count == 0)
            return [];
        var people = await context.PeopleAsync(cancellationToken);
        var known = history.Select(step => step.Graph).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => name == graph?.Name ? graph : graphs.Find(name).Graph, StringComparer.Ordinal);
        return [.. history.Reverse().Select(step => new PastStep(step, known[step.Graph]?.LabelOf(step.From) ?? Wording.AsWritten(step.From), known[step.Graph]?.LabelOf(step.To) ?? Wording.AsWritten(step.To),
            step.InsteadOf is { } absent ? people.LabelOf(absent) : null, step.Details?.Text("mode") is { } mode ? new(mode, step.Details.Text("ground") ?? "") : null))];
    }
}
