using System.Text;

namespace Gongkai.Content;

/// <summary>The rules of paths below the media folder: one spelling that every file system and every browser takes.</summary>
public static class MediaPath
{
    /// <summary>The longest path, in characters.</summary>
    public const int MaximumLength = 512;

    // What file systems take for one name.
    private const int MaximumNameBytes = 200;

    private static readonly string[] DeviceNames = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>What is wrong with a path; null when nothing is.</summary>
    public static Wording? FaultOf(string path)
    {
        if (path.Length is 0 or > MaximumLength)
            return $"文件路径应有 1 到 {MaximumLength} 个字符，形如 docs/a.pdf。";
        if (path.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '#' or '%') || path.EnumerateRunes().Contains(Rune.ReplacementChar))
            return $"文件路径“{path}”含有不能用的字符（\\ : * ? \" < > | # % 、控制字符或半个字符），请改名。";
        return path.Split('/').Select(FaultOfName).FirstOrDefault(fault => fault is not null);
    }

    private static Wording? FaultOfName(string name)
    {
        if (name.Length == 0 || name[0] == '.' || name[^1] is '.' or ' ' || name[0] == ' ')
            return new("文件路径应在媒体文件夹之内：不能以 / 开头或结尾，各段不能为空，不能以点开头（包括 . 和 ..），首尾不能有空格。");
        if (Encoding.UTF8.GetByteCount(name) > MaximumNameBytes)
            return $"文件名“{name}”太长，最多 {MaximumNameBytes} 字节（一个汉字三字节），请缩短。";
        var stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return DeviceNames.Contains(stem) || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && char.IsAsciiDigit(stem[3]))
            ? new("文件名“{0}”是操作系统保留的名称，请改名。", name)
            : null;
    }
}
