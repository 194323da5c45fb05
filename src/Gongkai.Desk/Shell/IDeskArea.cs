using Gongkai.Content;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Desk.Shell;

/// <summary>A part of the desk beside its pages: its links in the left column, its endpoints. Every class that implements it is taken; it is made once, with services in its constructor.</summary>
public interface IDeskArea
{
    /// <summary>The links in the left column; those that somebody may not follow are left out there.</summary>
    IEnumerable<DeskLink> LinksFor(DeskUser user);

    /// <summary>Maps endpoints beside pages, as what a script sends; the group is at the desk's address. Each has <see cref="RequirePermissionAttribute"/> as metadata and, where it changes something, checks the antiforgery token.</summary>
    void MapEndpoints(IEndpointRouteBuilder desk)
    {
    }
}

/// <summary>A link in the left column.</summary>
/// <param name="Group">Where it stands.</param>
/// <param name="Order">Its place within the group.</param>
/// <param name="Page">The page's name, as <c>/Users/Index</c>.</param>
/// <param name="Text">What people read; a key of <see cref="Texts.DeskTexts"/>, or a name given by data.</param>
/// <param name="Permission">What is needed to see it.</param>
/// <param name="ContentType">The type for which it is needed; null for any.</param>
/// <param name="Route">Route and query values of the address.</param>
public sealed record DeskLink(
    DeskGroup Group, int Order, string Page, string Text, string Permission, string? ContentType = null, IReadOnlyDictionary<string, string>? Route = null);

/// <summary>The groups of the left column, in their order.</summary>
public enum DeskGroup
{
    /// <summary>What is to be done.</summary>
    Tasks,

    /// <summary>Content by type.</summary>
    Content,

    /// <summary>Media, taxonomies, content types, recipes.</summary>
    Structure,

    /// <summary>Users, roles, settings, records.</summary>
    Site,
}
