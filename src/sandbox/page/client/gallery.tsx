import './look/theme.css';
import './look/base.css';
import './look/controls.css';
import './look/blocks.css';
import './look/tables.css';
import './look/charts.css';
import './look/messages.css';
import './look/gallery.css';
import { Gallery } from './gallery/gallery.tsx';
import { mount } from './mount.tsx';

mount(<Gallery />);
