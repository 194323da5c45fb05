using System.Text;
using Fluid;
using Microsoft.Extensions.FileProviders;

namespace Gongkai.Theming.Templates;

/// <summary>A template's source in memory, parsed once. Fluid sees it as a file when another template includes it.</summary>
/// <param name="name">The name without extension, as <c>Content-QaIssue.Summary</c>.</param>
/// <param name="source">The Liquid text.</param>
/// <param name="origin">Where it comes from, for messages.</param>
/// <param name="lastModified">When the file changed.</param>
internal sealed class TemplateFile(string name, string source, string origin, DateTimeOffset lastModified) : IFileInfo
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(source);
    private IFluidTemplate? _parsed;

    public string Name => name;

    public string Origin => origin;

    public string Source => source;

    public bool Exists => true;

    public long Length => _bytes.Length;

    public string? PhysicalPath => null;

    public DateTimeOffset LastModified => lastModified;

    public bool IsDirectory => false;

    public Stream CreateReadStream() => new MemoryStream(_bytes, writable: false);

    public IFluidTemplate Parse(FluidParser parser)
    {
        if (_parsed is { } parsed)
            return parsed;
        if (!parser.TryParse(source, out var template, out var error))
            throw new TemplateException($"模板 {origin} 有语法错误：{error}") { Place = TemplatePlace.OfParsing(origin, source, error) };
        return _parsed = template;
    }
}
