using System.Globalization;
using Jint.Runtime;

namespace Gongkai.Recipes.Scripting;

/// <summary>The time of scripts: dates that they write out, in UTC. The present is refused, since it is another at every run, unless whoever imports says which it is to be.</summary>
/// <param name="now">The present that was given; null when none was.</param>
internal sealed class ScriptClock(DateTimeOffset? now) : ITimeSystem
{
    private static readonly DefaultTimeSystem Calendar = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

    public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset GetUtcNow() => now ?? throw new ScriptFaultException("脚本不能取当前时间：同一份配方每次导入都应得到同样的内容。请写出固定的时间，或在导入时用 --parameter now=2026-08-01T00:00:00Z 指定脚本里的“当前时间”。");

    public bool TryParse(string date, out long epochMilliseconds) => Calendar.TryParse(date, out epochMilliseconds);

    public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;
}
