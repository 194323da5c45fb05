namespace Gongkai.Desk;

/// <summary>How a home sets the desk up.</summary>
public sealed class DeskOptions
{
    /// <summary>Where the desk is unless set.</summary>
    public const string DefaultPath = "/admin";

    private const int MaximumLength = 64;

    /// <summary>The desk's address: a slash and one segment of small letters, digits and hyphens.</summary>
    public string Path { get; set; } = DefaultPath;

    /// <summary>The address's one segment.</summary>
    public string Segment => Path[1..];

    /// <summary>Whether an address can be the desk's.</summary>
    public static bool IsPath(string path) =>
        path.Length is > 1 and <= MaximumLength && path[0] == '/' && path[1] != '-' && path.Skip(1).All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
