using Gongkai.Content;
using Gongkai.Review.Steps;

namespace Gongkai.Review.Deputies;

/// <summary>A deputy, as a list shows it.</summary>
/// <param name="Deputy">The deputy.</param>
/// <param name="Absent">What people call who is away.</param>
/// <param name="StandIn">What people call who acts.</param>
/// <param name="Holds">Whether it holds today.</param>
/// <param name="MayEnd">Whether whoever is there may end it.</param>
public sealed record DeputyLine(Deputy Deputy, string Absent, string StandIn, bool Holds, bool MayEnd);

/// <summary>Names deputies: everybody for themselves, and for others whoever manages accounts.</summary>
public sealed class DeputyWork(IReviewRecords records, ReviewContext context, IPermissions permissions)
{
    /// <summary>Whether whoever is there may name deputies of others.</summary>
    public bool MayNameForOthers => permissions.IsAllowed(context.User, Permissions.ManageUsers);

    /// <summary>The accounts that may be chosen, by what people call them.</summary>
    public async Task<IReadOnlyList<(string Name, string Label)>> AccountsAsync(CancellationToken cancellationToken) =>
        [.. (await context.PeopleAsync(cancellationToken)).All.Where(account => !account.IsLocked).Select(account => (account.Name, account.DisplayName.Length > 0 ? account.DisplayName : account.Name))];

    /// <summary>Who acts for whom today or later: all of them for whoever may name for others, else those that concern whoever is there.</summary>
    public async Task<IReadOnlyList<DeputyLine>> ListAsync(CancellationToken cancellationToken)
    {
        var people = await context.PeopleAsync(cancellationToken);
        return [.. (await records.DeputiesAsync(context.Today, cancellationToken)).Where(deputy => MayNameForOthers || IsMe(deputy.Absent) || IsMe(deputy.StandIn))
            .Select(deputy => new DeputyLine(deputy, people.LabelOf(deputy.Absent), people.LabelOf(deputy.StandIn), deputy.HoldsOn(context.Today), MayNameForOthers || IsMe(deputy.Absent)))];
    }

    /// <summary>Names a deputy; what is wrong with it, or null when it is stored.</summary>
    public async Task<ValidationError?> AddAsync(string absent, string standIn, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        if (!MayNameForOthers && !IsMe(absent))
            return new("Absent", new("您只能为自己设代理人。别人的请管理员设。"));
        var deputy = new Deputy(IdGenerator.NewId(), absent, standIn, from, until);
        var people = await context.PeopleAsync(cancellationToken);
        if (DeputyRules.FaultOf(deputy, await records.DeputiesAsync(context.Today, cancellationToken), people, context.Today) is { } fault)
            return fault;
        await records.SaveAsync(deputy with { Absent = people.Find(absent)!.Name, StandIn = people.Find(standIn)!.Name }, cancellationToken);
        return null;
    }

    /// <summary>Ends a deputy. False when there is none that whoever is there may end.</summary>
    public async Task<bool> EndAsync(string id, CancellationToken cancellationToken) =>
        (await records.DeputiesAsync(context.Today, cancellationToken)).FirstOrDefault(deputy => deputy.Id == id) is { } deputy && (MayNameForOthers || IsMe(deputy.Absent))
        && await records.RemoveDeputyAsync(id, cancellationToken);

    private bool IsMe(string name) => string.Equals(name, context.User.Name, StringComparison.OrdinalIgnoreCase);
}
