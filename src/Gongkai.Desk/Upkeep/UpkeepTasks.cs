using Gongkai.Content;
using Gongkai.Desk.Texts;
using Gongkai.Review.Upkeep.Freshness;
using Gongkai.Review.Upkeep.Links;

namespace Gongkai.Desk.Upkeep;

/// <summary>Something that waits for somebody.</summary>
/// <param name="Page">The page that has it.</param>
/// <param name="Text">What it is, with its number.</param>
internal sealed record UpkeepTask(string Page, string Text);

/// <summary>What of upkeep waits for whoever is there, for the first page.</summary>
internal sealed class UpkeepTasks(UpkeepAccess access, OverdueWork overdue, StaleColumns columns, DeadLinks links, IPermissions permissions, ICurrentUser current, DeskTexts texts)
{
    /// <summary>What waits; nothing for whoever edits nothing.</summary>
    public async Task<IReadOnlyList<UpkeepTask>> FindAsync(CancellationToken cancellationToken)
    {
        if (!permissions.IsAllowed(current.User, Permissions.ListContent) || !permissions.IsAllowed(current.User, Permissions.EditContent))
            return [];
        var tasks = new List<UpkeepTask>();
        var scope = await access.ScopeOfAsync(current.User, cancellationToken);
        Add("/Upkeep/Index", await overdue.CountMineAsync(scope, cancellationToken), count => texts["{0} 条内容到期，等您复核", count]);
        Add("/Upkeep/Columns", (await columns.FindAsync(cancellationToken)).Count(column => column.IsStale && column.Party.People.Any(IsMe)), count => texts["{0} 个栏目很久没有更新", count]);
        Add("/Upkeep/Links", await links.CountMineAsync(scope, cancellationToken), count => texts["{0} 个外部链接打不开", count]);
        return tasks;

        void Add(string page, int count, Func<int, string> text)
        {
            if (count > 0)
                tasks.Add(new(page, text(count)));
        }
    }

    private bool IsMe(Account account) => string.Equals(account.Name, current.User.Name, StringComparison.OrdinalIgnoreCase);
}
