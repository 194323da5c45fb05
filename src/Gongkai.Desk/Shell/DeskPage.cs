using Gongkai.Content;
using Gongkai.Desk.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Shell;

/// <summary>What every page of the desk has: who is there, what they may do, its texts, and a message to show once after a redirect.</summary>
public abstract class DeskPage : PageModel
{
    private const string MessageKey = "Message";
    private const string MessageKindKey = "MessageKind";

    /// <summary>Who is signed in.</summary>
    public DeskUser CurrentUser => Service<ICurrentUser>().User;

    /// <summary>The texts in the language of whoever is there.</summary>
    public DeskTexts L => Service<DeskTexts>();

    /// <summary>The page's heading, also its title.</summary>
    public string Heading { get; protected set; } = "";

    /// <summary>Whether whoever is there may do something to an item; without one: to any.</summary>
    public bool Can(string permission, ContentItem? item = null) => Service<IPermissions>().IsAllowed(CurrentUser, permission, item);

    /// <summary>Whether whoever is there may do something to items of a type.</summary>
    public bool Can(string permission, string contentType) => Service<IPermissions>().IsAllowed(CurrentUser, permission, contentType);

    /// <summary>A time as people read it here: in the site's time zone, to the minute.</summary>
    public string TimeOf(DateTime? utc) => Service<DeskTimes>().TextOf(utc);

    /// <summary>Says something on the next page that is shown, once: after a redirect.</summary>
    protected void Tell(string message, MessageKind kind = MessageKind.Good) => (TempData[MessageKey], TempData[MessageKindKey]) = (message, kind.ToString());

    /// <summary>Takes the message that an earlier page left.</summary>
    internal (string Text, MessageKind Kind)? TakeMessage() =>
        TempData[MessageKey] is string text && Enum.TryParse<MessageKind>(TempData[MessageKindKey] as string, out var kind) ? (text, kind) : null;

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}

/// <summary>How a message is meant; never by colour alone.</summary>
public enum MessageKind
{
    /// <summary>It was done.</summary>
    Good,

    /// <summary>It was done, but.</summary>
    Warn,

    /// <summary>It was not done.</summary>
    Bad,
}
