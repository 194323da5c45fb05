using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Gongkai.OrchardCore.Pages;

/// <summary>Finds the pieces that templates share (<c>{% render 'GongkaiPager' %}</c>). A theme overrides templates of pages, not these.</summary>
/// <param name="inner">All of the modules' files, by <c>Areas/&lt;module&gt;/Views/…</c>.</param>
internal sealed class SharedPieces(IFileProvider inner) : IFileProvider
{
    private const string Prefix = "Gongkai";

    public IFileInfo GetFileInfo(string subpath)
    {
        var name = subpath.TrimStart('/');
        return name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".liquid", StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal)
            ? inner.GetFileInfo($"Areas/Gongkai.OrchardCore/Views/{name}")
            : new NotFoundFileInfo(name);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
