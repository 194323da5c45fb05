using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Definitions;

/// <summary>A page that changes definitions: it shows what a change comes to, and another page makes it.</summary>
public abstract class DefinitionPage(IDefinitionChanges changes, IContentDefinitions definitions) : DeskPage
{
    /// <summary>The change to show; null while the form is shown.</summary>
    public PendingChange? Pending { get; private set; }

    /// <summary>Faults by the name of the field; the empty name is for the form.</summary>
    public IDictionary<string, string> Faults { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Changes definitions.</summary>
    protected IDefinitionChanges Changes => changes;

    /// <summary>The definitions now.</summary>
    protected DefinitionSnapshot Definitions => definitions.Current;

    /// <summary>Shows what a step comes to.</summary>
    protected async Task<IActionResult> ShowAsync(string type, string title, JsonObject step)
    {
        Pending = await PendingChange.CheckAsync(changes, Definitions, type, title, step, HttpContext.RequestAborted);
        Heading = title;
        return Page();
    }

    /// <summary>Shows the form again with its faults.</summary>
    protected IActionResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
