using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Feedback;

/// <summary>What readers say, and who subscribes, in the left column.</summary>
internal sealed class FeedbackArea : IDeskArea
{
    public IEnumerable<DeskLink> LinksFor(DeskUser user) =>
    [
        new(DeskGroup.Tasks, 40, "/Feedback/Index", "网页纠错", Permissions.ManageFeedback),
        new(DeskGroup.Tasks, 50, "/Feedback/Useful", "有用程度", Permissions.ManageFeedback),
        new(DeskGroup.Site, 50, "/Subscriptions/Index", "邮件订阅", Permissions.ManageSubscriptions),
    ];
}
