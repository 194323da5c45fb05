namespace Gongkai.Desk.Tests.Doors;

/// <summary>One thing that can be asked of the desk, and who of the set-up's roles may.</summary>
/// <param name="Name">The page's name and its handler, as <c>/Users/Edit POST Save</c>, or the endpoint's name and method, as <c>Gongkai.Desk.File GET</c>.</param>
/// <param name="Address">An address at which it is asked; what it names need not exist.</param>
/// <param name="Allowed">The roles that may; <see cref="Who.Everybody"/> also without signing in.</param>
/// <param name="Fields">What a form sends; better nothing that could be done.</param>
public sealed record Door(string Name, string Address, string[] Allowed, params (string Name, string Value)[] Fields)
{
    public string Method => Name.Split(' ')[1];

    public override string ToString() => Name;
}

/// <summary>The doors of one area of the desk: each area has its file, and every class that implements this is walked.</summary>
public interface IDoors
{
    IEnumerable<Door> Rows { get; }
}

/// <summary>Groups of the set-up's roles.</summary>
public static class Who
{
    public const string Nobody = "nobody";

    public static readonly string[] Administrators = ["Administrator"];
    public static readonly string[] Auditors = ["Administrator", "Auditor"];
    public static readonly string[] Publishers = ["Administrator", "Publisher"];
    public static readonly string[] Editors = ["Administrator", "Editor", "Reviewer", "Publisher"];
    public static readonly string[] SignedIn = ["Administrator", "Editor", "Reviewer", "Publisher", "Auditor"];
    public static readonly string[] Everybody = [.. SignedIn, Nobody];
}
