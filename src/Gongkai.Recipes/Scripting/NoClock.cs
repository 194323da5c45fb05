using System.Globalization;
using Jint.Runtime;

namespace Gongkai.Recipes.Scripting;

/// <summary>The time of scripts: dates that they write out, in UTC. The present is refused, since it is another at every run.</summary>
internal sealed class NoClock : ITimeSystem
{
    private static readonly DefaultTimeSystem Calendar = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

    public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset GetUtcNow() => throw new ScriptFaultException("脚本不能取当前时间：同一份配方每次导入都应得到同样的内容。请写出固定的时间，或用 parameters('…') 从命令行传入。");

    public bool TryParse(string date, out long epochMilliseconds) => Calendar.TryParse(date, out epochMilliseconds);

    public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;
}
