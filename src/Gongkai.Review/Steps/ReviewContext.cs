using Gongkai.Content;
using Gongkai.Review.Checks.Running;
using Gongkai.Review.Graphs;
using Gongkai.Review.Standing;

namespace Gongkai.Review.Steps;

/// <summary>Looks up what the rules need: who there is, who acts for whom, what day it is.</summary>
public sealed class ReviewContext(IReviewRecords records, IAccounts accounts, ISettings settings, SiteSettings site, CheckRulesSource rules, ICurrentUser current, TimeProvider time)
{
    /// <summary>Who is there.</summary>
    public DeskUser User => current.User;

    /// <summary>The day, in the site's time zone.</summary>
    public DateOnly Today => site.Today;

    /// <summary>The time, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The accounts.</summary>
    public async Task<ReviewPeople> PeopleAsync(CancellationToken cancellationToken) => new(await accounts.ListAsync(cancellationToken));

    /// <summary>The rules as they hold today.</summary>
    public async Task<StepRules> RulesAsync(ReviewPeople people, CancellationToken cancellationToken) =>
        new(people, await records.DeputiesAsync(Today, cancellationToken), Today, RoleLabel);

    /// <summary>What people call a role: the beginning of its description.</summary>
    public string RoleLabel(string role) =>
        settings.Get(SettingsNames.Roles).FirstOrDefault(one => string.Equals(one.Key, role, StringComparison.OrdinalIgnoreCase)).Value is System.Text.Json.Nodes.JsonObject known
        && known.Text("Description") is { Length: > 0 } description ? description.Split('：', 2)[0] : role;

    /// <summary>A step that whoever is there takes now.</summary>
    public ReviewStep Step(ContentItem version, ReviewStepKind kind, ReviewGraph graph, string from, string to) => new(version.ContentItemId, version.ContentItemVersionId, kind)
    {
        Graph = graph.Name,
        From = from,
        To = to,
        UserName = User.Name,
        DisplayName = User.DisplayName,
        AtUtc = Now,
        DueOn = from != to && graph.Stage(to)?.WorkingDays is { } days ? rules.Current.Calendar.After(Today, days).Day : null,
    };
}
