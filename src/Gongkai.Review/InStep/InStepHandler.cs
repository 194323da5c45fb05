using Gongkai.Content;

namespace Gongkai.Review.InStep;

/// <summary>Holds every way to the public to <see cref="PairRules"/>, and keeps what is public without its other half as a task. Asked after all of a call was carried out, inside its transaction.</summary>
/// <remarks>To withdraw is never held up: what should not be public must go at once. An import passes, as it passes the graph.</remarks>
internal sealed class InStepHandler(Pairs pairs, IReviewRecords records, IAccounts accounts, ICurrentUser current, TimeProvider time, SiteSettings site) : IContentHandler
{
    /// <summary>The name under which steps of pairs are kept: no graph has it, since it is not taken by a stage.</summary>
    public const string Graph = "in-step";

    /// <summary>A policy owes its interpretation.</summary>
    public const string OwesInterpretation = "interpretation";

    /// <summary>An interpretation stands without its policy.</summary>
    public const string OwesPolicy = "policy";

    public async ValueTask PublishedAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.IsImport)
            return;
        if (Pairs.IsInterpretation(change.Item))
            await InterpretationPublishedAsync(change, cancellationToken);
        else if (pairs.IsPolicy(change.Item) && change.Item.IsPublic())
            await PolicyPublishedAsync(change, cancellationToken);
    }

    public async ValueTask SchedulingAsync(ContentChange change, ScheduleAction action, DateTime? dueUtc, CancellationToken cancellationToken)
    {
        if (action != ScheduleAction.Publish || dueUtc is null)
            return;
        // As it is going to be: what has the same time, or gets it by this call, is public then.
        var others = (await pairs.OthersAsync(change.Item, change, cancellationToken))
            .Select(half => half.Standing == HalfStanding.Ready && (half.DueUtc == dueUtc || change.InCall(half.Item.ContentItemId) is not null) ? half with { Standing = HalfStanding.Public } : half).ToList();
        var fault = Pairs.IsInterpretation(change.Item) ? others.Where(half => !NamedBefore(change, half)).Select(PairRules.FaultOfInterpretation).FirstOrDefault(one => one is not null)
            : pairs.IsPolicy(change.Item) && change.Before.Published?.IsPublic() != true ? PairRules.FaultOfPolicy(others) : null;
        if (fault is not null)
            change.Refuse("PublishLaterPart", fault);
    }

    public ValueTask UnpublishedAsync(ContentChange change, CancellationToken cancellationToken) => GoneAsync(change, change.Item, cancellationToken);

    public async ValueTask DeletingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.Before.Published is { } published)
            await GoneAsync(change, published, cancellationToken);
    }

    private async Task PolicyPublishedAsync(ContentChange change, CancellationToken cancellationToken)
    {
        var policy = change.Item;
        var others = await pairs.OthersAsync(policy, change, cancellationToken);
        var isAccompanied = others.Any(half => half.Standing == HalfStanding.Public);
        // What readers have already is only amended.
        if (change.Before.Published?.IsPublic() != true)
        {
            foreach (var fault in PlanRules.FaultsOf(InterpretationPlan.Of(policy), await DraftersAsync(policy, cancellationToken)))
                change.Refuse(fault.Path, fault.Wording);
            if (change.AheadReason is { Length: > 0 } reason && !isAccompanied)
                change.Record(Step(policy, ReviewStepKind.Owed, OwesInterpretation) with { Remark = reason, DueOn = site.Today });
            else if (change.AheadReason is not { Length: > 0 } && PairRules.FaultOfPolicy(others) is { } fault)
                change.Refuse("", fault);
        }

        if (isAccompanied)
            await SettleAsync(change, policy, OwesInterpretation, cancellationToken);
        // Interpretations that stood alone have their policy again.
        foreach (var half in others.Where(half => half.Standing == HalfStanding.Public))
            await SettleAsync(change, half.Item, OwesPolicy, cancellationToken);
    }

    private async Task InterpretationPublishedAsync(ContentChange change, CancellationToken cancellationToken)
    {
        foreach (var policy in await pairs.OthersAsync(change.Item, change, cancellationToken))
        {
            if (policy.Standing == HalfStanding.Public)
                await SettleAsync(change, policy.Item, OwesInterpretation, cancellationToken);
            else if (!NamedBefore(change, policy) && PairRules.FaultOfInterpretation(policy) is { } fault)
                change.Refuse("", fault);
        }

        if (change.Before.Published is { } before && before.IsPublic())
        {
            foreach (var id in Pairs.PoliciesOf(before).Except(Pairs.PoliciesOf(change.Item), StringComparer.Ordinal))
                await LostAsync(change, id, OwedReasons.NamedNoMore(TitleOf(change.Item)), cancellationToken);
        }
    }

    /// <summary>Something is not public any more: the other half stands alone.</summary>
    private async ValueTask GoneAsync(ContentChange change, ContentItem gone, CancellationToken cancellationToken)
    {
        if (Pairs.IsInterpretation(gone))
        {
            foreach (var id in Pairs.PoliciesOf(gone))
                await LostAsync(change, id, OwedReasons.InterpretationWithdrawn(TitleOf(gone)), cancellationToken);
            await SettleAsync(change, gone, OwesPolicy, cancellationToken);
        }
        else if (pairs.IsPolicy(gone))
        {
            foreach (var half in (await pairs.OthersAsync(gone, change, cancellationToken)).Where(half => half.Standing == HalfStanding.Public))
                change.Record(Step(half.Item, ReviewStepKind.Owed, OwesPolicy) with { Remark = OwedReasons.PolicyWithdrawn(TitleOf(gone)), DueOn = site.Today });
            await SettleAsync(change, gone, OwesInterpretation, cancellationToken);
        }
    }

    /// <summary>A policy lost an interpretation: without another one it owes it.</summary>
    private async Task LostAsync(ContentChange change, string policyId, string reason, CancellationToken cancellationToken)
    {
        if ((await pairs.StateOfAsync(policyId, change, cancellationToken)).Published is not { } policy || !policy.IsPublic() || !pairs.IsPolicy(policy))
            return;
        var others = await pairs.OthersAsync(policy, change, cancellationToken);
        if (!others.Any(half => half.Standing == HalfStanding.Public && half.Item.ContentItemId != change.Item.ContentItemId))
            change.Record(Step(policy, ReviewStepKind.Owed, OwesInterpretation) with { Remark = reason, DueOn = site.Today });
    }

    private async Task SettleAsync(ContentChange change, ContentItem item, string what, CancellationToken cancellationToken)
    {
        if ((await records.OwedAsync(cancellationToken)).Any(owed => owed.ContentItemId == item.ContentItemId && owed.What == what))
            change.Record(Step(item, ReviewStepKind.Settled, what));
    }

    /// <summary>What readers have already: an interpretation that names a policy beside which it was public.</summary>
    private static bool NamedBefore(ContentChange change, PairHalf policy) =>
        change.Before.Published is { } before && before.IsPublic() && Pairs.PoliciesOf(before).Contains(policy.Item.ContentItemId);

    private async Task<IReadOnlyCollection<string>> DraftersAsync(ContentItem policy, CancellationToken cancellationToken) =>
        PlanCheck.NamesOf(policy, new(await accounts.ListAsync(cancellationToken)));

    private ReviewStep Step(ContentItem item, ReviewStepKind kind, string what) => new(item.ContentItemId, item.ContentItemVersionId, kind)
    {
        Graph = Graph,
        From = what,
        To = what,
        UserName = current.User.Name,
        DisplayName = current.User.DisplayName,
        AtUtc = time.GetUtcNow().UtcDateTime,
    };

    private static string TitleOf(ContentItem item) => item.DisplayText.Length > 0 ? item.DisplayText : item.ContentItemId;
}
