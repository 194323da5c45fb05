namespace Gongkai.Desk.Tests.Doors;

/// <summary>What readers say, and who subscribes.</summary>
public sealed class FeedbackDoors : IDoors
{
    private static readonly string[] Answering = ["Administrator", "Editor", "Publisher"];

    public IEnumerable<Door> Rows =>
    [
        new("/Feedback/Index GET", "/admin/feedback?state=all&item=none", Answering),
        new("/Feedback/Report GET", "/admin/feedback/report/none", Answering),
        new("/Feedback/Report POST", "/admin/feedback/report/none", Answering, ("remark", "x")),
        new("/Feedback/Useful GET", "/admin/feedback/useful?days=90", Answering),
        new("/Subscriptions/Index GET", "/admin/subscriptions", Who.Administrators),
        new("/Subscriptions/Index POST Retry", "/admin/subscriptions?handler=Retry", Who.Administrators),
    ];
}
