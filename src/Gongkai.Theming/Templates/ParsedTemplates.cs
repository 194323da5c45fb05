using Fluid;

namespace Gongkai.Theming.Templates;

/// <summary>The parsed templates that others include: always those of the newest set, which knows of changes that a file's time does not tell.</summary>
#pragma warning disable FLUID001 // the interface may change; without it a replaced template of the same time would stay
internal sealed class ParsedTemplates(TemplateStore store, FluidParser parser) : ITemplateCache
#pragma warning restore FLUID001
{
    public bool TryGetTemplate(string subpath, DateTimeOffset lastModified, out IFluidTemplate template)
    {
        template = store.Current.FindFile(subpath)?.Parse(parser)!;
        return template is not null;
    }

    public void SetTemplate(string subpath, DateTimeOffset lastModified, IFluidTemplate template)
    {
    }
}
