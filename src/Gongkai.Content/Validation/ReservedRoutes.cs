namespace Gongkai.Content;

/// <summary>A first segment of an address that content cannot take.</summary>
/// <param name="Segment">The segment, lower case.</param>
/// <param name="OwnerType">The one content type whose items live below it; null for none.</param>
/// <param name="MinimumSegments">How many segments the owner's routes have at least: shorter ones are the module's own pages.</param>
public sealed record ReservedRoute(string Segment, string? OwnerType = null, int MinimumSegments = 1);

/// <summary>The addresses that modules and the home keep for themselves; gathered from every registered <see cref="ReservedRoute"/>.</summary>
/// <param name="routes">The reservations.</param>
public sealed class ReservedRoutes(IEnumerable<ReservedRoute> routes)
{
    private const int MaximumLength = 1024;

    // What fits into an index of every database.
    private const int MaximumBytes = 2048;

    private readonly ILookup<string, ReservedRoute> _bySegment = routes.ToLookup(route => route.Segment, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a route for an item of a type; null when nothing is.</summary>
    public Wording? FaultOf(string path, string contentType)
    {
        if (path.Length > MaximumLength)
            return $"地址太长，最多 {MaximumLength} 个字符。";
        if (System.Text.Encoding.UTF8.GetByteCount(path) > MaximumBytes)
            return $"地址太长，最多 {MaximumBytes} 个字节（每个汉字算 3 个）。";
        var segments = path.Split('/');
        if (segments.Any(segment => segment.Length == 0 || segment is "." or ".." || segment != segment.Trim()))
            return $"地址“{path}”不对：各段不能为空，不能是 . 或 ..，首尾不能有空格或斜杠。";
        if (path.Any(c => char.IsControl(c) || c is '\\' or '?' or '#' or '%' or '"' or '<' or '>' or '|'))
            return $"地址“{path}”含有不能用的字符（\\ ? # % \" < > | 或控制字符）。";
        var reservations = _bySegment[segments[0]].ToList();
        return reservations.Count == 0 || reservations.Any(route => route.OwnerType == contentType && segments.Length >= route.MinimumSegments)
            ? null
            : new("地址“{0}”以站点自用的“{1}”开头，请换一个地址。", path, segments[0]);
    }

    /// <summary>A route as it is compared: without outer slashes, lower case.</summary>
    public static string Normalize(string path) => path.Trim('/').ToLowerInvariant();
}
